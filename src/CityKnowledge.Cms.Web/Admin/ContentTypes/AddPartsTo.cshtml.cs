using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes;

/// <summary>A part that can be attached, and what it is good for.</summary>
internal sealed record OfferedPart(string Name, string Purpose);

/// <summary>Attaches parts to a type.</summary>
[AdminPage(Permission = Permissions.EditContentTypes)]
internal sealed class AddPartsToModel(TypeCatalogue types, TypeEditor editor, PartKinds kinds) : PageModel
{
    [BindProperty]
    public IReadOnlyList<string> Parts { get; set; } = [];

    [BindProperty]
    public string? Stamp { get; set; }

    public TypeDefinition Definition { get; private set; } = null!;
    public IReadOnlyList<OfferedPart> Offered { get; private set; } = [];

    public IActionResult OnGet(string id) => Find(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel)
    {
        if (!Find(id)) return NotFound();
        try
        {
            if (Parts.Count == 0) throw new InvalidContentException([new ContentProblem("Parts", $"Choose at least one part.")]);
            await editor.AttachAsync(HttpContext.GetCaller(), Definition.Name, Stamp ?? "", [.. Parts], cancel);
            this.Say("{0} parts were added.", Parts.Count);
            return LocalRedirect($"/Admin/ContentTypes/Edit/{Definition.Name}#parts");
        }
        catch (InvalidContentException trouble)
        {
            return this.ShowProblems(trouble);
        }
        catch (StaleVersionException)
        {
            return Find(id) ? this.ShowOvertaken() : NotFound();
        }
    }

    private bool Find(string id)
    {
        if (types.Current.FindType(id) is not { } type) return false;
        Definition = type;
        Offered = [.. editor.ListAttachable(types.Current).Where(part => type.FindPart(part) is null).Select(part => new OfferedPart(part, PurposeOf(part)))];
        return true;
    }

    private string PurposeOf(string part) => kinds.Find(part)?.Purpose ?? types.Current.FindPart(part)?.Settings.Get<ContentPartSettings>().Description ?? "";
}
