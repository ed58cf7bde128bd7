using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes;

/// <summary>Attaches a reusable part to a type under a name of its own.</summary>
[AdminPage(Permission = Permissions.EditContentTypes)]
internal sealed class AddReusablePartToModel(TypeCatalogue types, TypeEditor editor, PartKinds kinds) : PageModel
{
    [BindProperty]
    public string? PartName { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public string? Stamp { get; set; }

    public TypeDefinition Definition { get; private set; } = null!;
    public IReadOnlyList<string> Offered { get; private set; } = [];

    public IActionResult OnGet(string id) => Find(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel)
    {
        if (!Find(id)) return NotFound();
        try
        {
            await editor.AttachNamedAsync(HttpContext.GetCaller(), Definition.Name, Stamp ?? "", new NamedPart(PartName, Name, DisplayName, Description), cancel);
            this.Say("The part '{0}' was added.", DisplayName!.Trim());
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
        Offered = [.. kinds.All.Select(kind => kind.Name).Concat(types.Current.Parts.Select(part => part.Name)).Distinct(StringComparer.Ordinal).Where(part => editor.IsReusable(types.Current, part)).Order(StringComparer.Ordinal)];
        return true;
    }
}
