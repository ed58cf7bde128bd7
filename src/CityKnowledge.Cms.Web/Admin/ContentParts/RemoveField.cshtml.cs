using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.ContentTypes;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentParts;

/// <summary>Asks before a field is removed, and says how many items hold a value in it.</summary>
[AdminPage(Permission = Permissions.EditContentTypes)]
internal sealed class RemoveFieldModel(TypeCatalogue types, PartEditor editor, DefinitionUse use) : PageModel
{
    public Confirmation Confirmation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, string name, CancellationToken cancel)
    {
        if (types.Current.FindPart(id) is not { } part || part.FindField(name) is not { } field) return NotFound();
        var items = await use.CountFieldAsync(part.Name, field.Name, cancel);
        Confirmation = new Confirmation(
            this.Word("Remove the field '{0}'?", field.Label),
            items switch
            {
                0 => this.Word("No item holds a value in it."),
                DefinitionUse.Most => this.Word("Items that hold a value in it: {0} and more. The values are kept in their JSON, but are shown nowhere until the field is added again.", items),
                _ => this.Word("Items that hold a value in it: {0}. The values are kept in their JSON, but are shown nowhere until the field is added again.", items),
            },
            this.Word("Remove the field"),
            types.Current.ScreenOfPart(part.Name))
        {
            Action = $"/Admin/ContentParts/{part.Name}/Fields/{field.Name}/Remove",
            Fields = new Dictionary<string, IReadOnlyList<string>> { ["Stamp"] = [DefinitionStamp.Of(part)] },
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string name, [FromForm] string? stamp, CancellationToken cancel)
    {
        if (types.Current.FindPart(id) is not { } part || part.FindField(name) is not { } field) return NotFound();
        await editor.RemoveFieldAsync(HttpContext.GetCaller(), part.Name, stamp, field.Name, cancel);
        this.Say("The field '{0}' was removed.", field.Label);
        return LocalRedirect(types.Current.ScreenOfPart(part.Name));
    }
}
