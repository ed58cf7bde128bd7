using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.ContentTypes;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentParts;

/// <summary>Asks before a part is deleted, and says which types lose it.</summary>
[AdminPage(Permission = Permissions.EditContentTypes)]
internal sealed class DeleteModel(TypeCatalogue types, PartEditor editor) : PageModel
{
    public Confirmation Confirmation { get; private set; } = null!;

    public IActionResult OnGet(string id)
    {
        var present = types.Current;
        if (present.FindPart(id) is not { } part || present.FindType(id) is not null) return NotFound();
        var users = present.Types.Where(type => type.FindPartOf(part.Name) is not null).Select(type => type.DisplayName).ToList();
        Confirmation = new Confirmation(
            this.Word("Delete the part '{0}'?", part.Name),
            users.Count == 0 ? this.Word("No type has it.") : this.Word("These types lose it. What items hold in it is kept in their JSON, but is shown nowhere until a part with this name is made and attached again."),
            this.Word("Delete the part"),
            $"/Admin/ContentParts/Edit/{part.Name}")
        {
            Action = $"/Admin/ContentParts/Delete/{part.Name}",
            Things = users,
            Fields = new Dictionary<string, IReadOnlyList<string>> { ["Stamp"] = [DefinitionStamp.Of(part)] },
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, [FromForm] string? stamp, CancellationToken cancel)
    {
        if (types.Current.FindPart(id) is not { } part || types.Current.FindType(id) is not null) return NotFound();
        await editor.DeleteAsync(HttpContext.GetCaller(), part.Name, stamp, cancel);
        this.Say("The part '{0}' was deleted.", part.Name);
        return LocalRedirect("/Admin/ContentTypes/ListParts");
    }
}
