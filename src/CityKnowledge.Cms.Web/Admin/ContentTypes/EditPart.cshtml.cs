using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.ContentTypes.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes;

/// <summary>The settings of a part on a type.</summary>
[AdminPage(Permission = Permissions.EditContentTypes)]
internal sealed class EditPartModel(TypeCatalogue types, TypeEditor editor, SettingsForm form, SettingsReading reading) : PageModel
{
    [BindProperty]
    public string? Stamp { get; set; }

    public TypeDefinition Definition { get; private set; } = null!;
    public PartOnType Part { get; private set; } = null!;
    public IReadOnlyList<SettingsGroup> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, string name) => await FindAsync(id, name) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string name, CancellationToken cancel)
    {
        if (!await FindAsync(id, name, Request.Form)) return NotFound();
        try
        {
            await editor.EditPartAsync(HttpContext.GetCaller(), Definition.Name, Stamp ?? "", Part.Name, reading.Read(Classes(Part), Part.Settings, Request.Form), cancel);
            this.Say("The settings of '{0}' were saved.", Part.Label);
            return LocalRedirect($"/Admin/ContentTypes/Edit/{Definition.Name}#parts");
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
        if (types.Current.FindType(id) is not { } type || type.FindPart(name) is not { } part) return false;
        (Definition, Part) = (type, part);
        Groups = await form.ShowAsync(Classes(part), part.Settings, typed);
        return true;
    }

    private IEnumerable<Type> Classes(PartOnType part) =>
    [
        typeof(ContentTypePartSettings),
        .. SettingsClasses.Of(HttpContext.RequestServices.GetRequiredService<PartKinds>().Find(part.Part.Name)),
        typeof(LuceneContentIndexSettings),
        typeof(GraphQLContentTypePartSettings),
    ];
}
