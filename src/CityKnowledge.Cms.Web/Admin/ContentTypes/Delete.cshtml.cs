using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes;

/// <summary>Asks before a content type is deleted, and says how many items it has.</summary>
[AdminPage(Permission = Permissions.EditContentTypes)]
internal sealed class DeleteModel(TypeCatalogue types, TypeEditor editor, DefinitionUse use) : PageModel
{
    public Confirmation Confirmation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (types.Current.FindType(id) is not { } type) return NotFound();
        var items = await use.CountItemsAsync(type.Name, cancel);
        Confirmation = new Confirmation(
            this.Word("Delete the content type '{0}'?", type.DisplayName),
            items == 0
                ? this.Word("There are no items of this type.")
                : this.Word("Items of this type: {0}. They stay stored, but nobody can see or change them until a type with the technical name {1} is made again.", items, type.Name),
            this.Word("Delete the type"),
            $"/Admin/ContentTypes/Edit/{type.Name}")
        {
            Action = $"/Admin/ContentTypes/Delete/{type.Name}",
            Fields = new Dictionary<string, IReadOnlyList<string>> { ["Stamp"] = [DefinitionStamp.Of(type)] },
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, [FromForm] string? stamp, CancellationToken cancel)
    {
        if (types.Current.FindType(id) is not { } type) return NotFound();
        await editor.DeleteAsync(HttpContext.GetCaller(), type.Name, stamp ?? "", cancel);
        this.Say("The content type '{0}' was deleted.", type.DisplayName);
        return LocalRedirect("/Admin/ContentTypes/List");
    }
}
