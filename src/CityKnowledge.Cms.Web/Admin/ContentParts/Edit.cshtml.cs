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

/// <summary>One part: its fields and settings.</summary>
[AdminPage(Permission = Permissions.EditContentTypes)]
internal sealed class EditModel(TypeCatalogue types, PartEditor editor, SettingsForm form, SettingsReading reading) : PageModel
{
    private static readonly Type[] Classes = [typeof(ContentPartSettings)];

    [BindProperty]
    public string? Stamp { get; set; }

    public PartDefinition Part { get; private set; } = null!;
    public FieldList Fields { get; private set; } = null!;
    public IReadOnlyList<TypeDefinition> Types { get; private set; } = [];
    public IReadOnlyList<SettingsGroup> Groups { get; private set; } = [];
    public string Label => Part.Settings.Get<ContentPartSettings>().DisplayName is { Length: > 0 } label ? label : Part.Name;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (types.Current.FindType(id) is { } type) return LocalRedirect($"/Admin/ContentTypes/Edit/{type.Name}");
        return await FindAsync(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel)
    {
        if (!await FindAsync(id, Request.Form)) return NotFound();
        try
        {
            await editor.EditAsync(HttpContext.GetCaller(), Part.Name, Stamp, reading.Read(Classes, Part.Settings, Request.Form), cancel);
            this.Say("The settings of '{0}' were saved.", Label);
            return LocalRedirect($"/Admin/ContentParts/Edit/{Part.Name}");
        }
        catch (InvalidContentException trouble)
        {
            return this.ShowProblems(trouble);
        }
        catch (StaleVersionException)
        {
            return await FindAsync(id, Request.Form) ? this.ShowOvertaken() : NotFound();
        }
    }

    private async Task<bool> FindAsync(string id, IFormCollection? typed = null)
    {
        var present = types.Current;
        if (present.FindPart(id) is not { } part) return false;
        (Part, Fields) = (part, FieldList.Of(present, part.Name));
        Types = [.. present.Types.Where(type => type.FindPartOf(part.Name) is not null)];
        Groups = await form.ShowAsync(Classes, part.Settings, typed);
        return true;
    }
}
