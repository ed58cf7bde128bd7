using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes;

/// <summary>Asks before a part is taken off a type.</summary>
[AdminPage(Permission = Permissions.EditContentTypes)]
internal sealed class RemovePartModel(TypeCatalogue types, TypeEditor editor, DefinitionUse use) : PageModel
{
    public Confirmation Confirmation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, string name, CancellationToken cancel)
    {
        if (types.Current.FindType(id) is not { } type || type.FindPart(name) is not { } part) return NotFound();
        var items = await use.CountPartAsync(type.Name, part.Name, cancel);
        Confirmation = new Confirmation(
            this.Word("Take '{0}' off '{1}'?", part.Label, type.DisplayName),
            items == 0
                ? this.Word("No item holds anything in it.")
                : this.Word("Items that hold something in it: {0}. It is kept in their JSON, but is shown nowhere until the part is added again.", items),
            this.Word("Remove the part"),
            $"/Admin/ContentTypes/Edit/{type.Name}")
        {
            Action = $"/Admin/ContentTypes/{type.Name}/ContentParts/{part.Name}/Remove",
            Fields = new Dictionary<string, IReadOnlyList<string>> { ["Stamp"] = [DefinitionStamp.Of(type)] },
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string name, [FromForm] string? stamp, CancellationToken cancel)
    {
        if (types.Current.FindType(id) is not { } type || type.FindPart(name) is not { } part) return NotFound();
        await editor.DetachAsync(HttpContext.GetCaller(), type.Name, stamp ?? "", part.Name, cancel);
        this.Say("'{0}' was taken off.", part.Label);
        return LocalRedirect($"/Admin/ContentTypes/Edit/{type.Name}#parts");
    }
}
