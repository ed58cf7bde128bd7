using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes;

/// <summary>Adds a field to a part, or to the part that belongs to a type.</summary>
[AdminPage(Permission = Permissions.EditContentTypes)]
internal sealed class AddFieldsToModel(TypeCatalogue types, PartEditor editor, FieldKinds kinds) : PageModel
{
    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Stamp { get; set; }

    public FieldList Fields { get; private set; } = null!;
    public string Back { get; private set; } = "";
    public string Label { get; private set; } = "";
    public IEnumerable<FieldKind> Kinds => kinds.All;

    public IActionResult OnGet(string id) => Find(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel)
    {
        if (!Find(id)) return NotFound();
        try
        {
            var field = await editor.AddFieldAsync(HttpContext.GetCaller(), Fields.Part, Stamp, new NewField(Name, DisplayName, Kind), cancel);
            this.Say("The field '{0}' was added. Here are its settings.", DisplayName!.Trim());
            return LocalRedirect($"/Admin/ContentParts/{Fields.Part}/Fields/{field}/Edit");
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
        var present = types.Current;
        var type = present.FindType(id);
        if (type is null && present.FindPart(id) is null) return false;
        Fields = FieldList.Of(present, present.FindPart(id)?.Name ?? type!.Name);
        Back = present.ScreenOfPart(Fields.Part);
        Label = type?.DisplayName ?? present.FindPart(id)!.Name;
        return true;
    }
}
