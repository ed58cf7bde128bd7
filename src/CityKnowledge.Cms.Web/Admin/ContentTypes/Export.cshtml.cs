using System.Text.Encodings.Web;
using System.Text.Json;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes;

/// <summary>Gives definitions as a recipe file.</summary>
[AdminPage(Permission = Permissions.ViewContentTypes)]
internal sealed class ExportModel(DefinitionExport export) : PageModel
{
    // A file for people and programs, never part of a page: letters stay letters.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IActionResult OnGet(string? id)
    {
        if (export.Write(HttpContext.GetCaller(), id) is not { } recipe) return NotFound();
        return File(JsonSerializer.SerializeToUtf8Bytes(recipe, Readable), "application/json", $"{(id is null ? "content-types" : recipe["name"])}.recipe.json");
    }
}
