using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.ContentTypes;
using CityKnowledge.Cms.Web.Admin.ContentTypes.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentParts;

/// <summary>The settings of a field.</summary>
[AdminPage(Permission = Permissions.EditContentTypes)]
internal sealed class EditFieldModel(TypeCatalogue types, PartEditor editor, FieldKinds kinds, SettingsForm form, SettingsReading reading) : PageModel
{
    [BindProperty]
    public string? Stamp { get; set; }

    public FieldList Fields { get; private set; } = null!;
    public FieldDefinition Field { get; private set; } = null!;
    public string Back { get; private set; } = "";
    public IReadOnlyList<SettingsGroup> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, string name) => await FindAsync(id, name) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string name, CancellationToken cancel)
    {
        if (!await FindAsync(id, name, Request.Form)) return NotFound();
        try
        {
            await editor.EditFieldAsync(HttpContext.GetCaller(), Fields.Part, Stamp, Field.Name, reading.Read(Classes(Field), Field.Settings, Request.Form), cancel);
            this.Say("The settings of '{0}' were saved.", Field.Label);
            return LocalRedirect($"{Back}#field-{Field.Name}");
        }
        catch (InvalidContentException trouble)
        {
            return this.ShowProblems(trouble);
        }
        catch (StaleVersionException)
        {
            return await FindAsync(id, name, Request.Form) ? this.ShowOvertaken() : NotFound();
        }
    }

    private async Task<bool> FindAsync(string id, string name, IFormCollection? typed = null)
    {
        var present = types.Current;
        if (present.FindPart(id)?.FindField(name) is not { } field) return false;
        (Fields, Field, Back) = (FieldList.Of(present, id), field, present.ScreenOfPart(id));
        Groups = await form.ShowAsync(Classes(field), field.Settings, typed);
        return true;
    }

    private IEnumerable<Type> Classes(FieldDefinition field) =>
    [
        typeof(ContentPartFieldSettings),
        .. SettingsClasses.Of(kinds.Find(field.Kind)),
        .. FieldOrder.Fits(field, kinds) ? [typeof(FieldOrderSettings)] : Array.Empty<Type>(),
        typeof(LuceneContentIndexSettings),
    ];
}
