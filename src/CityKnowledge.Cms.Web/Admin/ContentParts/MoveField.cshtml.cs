using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.ContentTypes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentParts;

/// <summary>Takes the buttons of a list of fields.</summary>
[AdminPage(Permission = Permissions.EditContentTypes)]
internal sealed class MoveFieldModel(TypeCatalogue types, PartEditor editor) : PageModel
{
    public IActionResult OnGet(string id) => LocalRedirect(types.Current.ScreenOfPart(Uri.EscapeDataString(id)));

    public async Task<IActionResult> OnPostAsync(string id, [FromForm] string? stamp, [FromForm] string? up, [FromForm] string? down, CancellationToken cancel)
    {
        if (types.Current.FindPart(id) is not { } part) return NotFound();
        await editor.MoveFieldAsync(HttpContext.GetCaller(), part.Name, stamp, up ?? down ?? "", up is null ? 1 : -1, cancel);
        return LocalRedirect($"{types.Current.ScreenOfPart(part.Name)}#fields");
    }
}
