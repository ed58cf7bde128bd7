using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Search;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.ContentTypes.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes;

/// <summary>One content type: its fields, parts and settings.</summary>
[AdminPage(Permission = Permissions.EditContentTypes)]
internal sealed class EditModel(TypeCatalogue types, TypeEditor editor, SettingsForm form, SettingsReading reading, IndexWatch indexes, Access access) : PageModel
{
    private static readonly Type[] Classes = [typeof(ContentTypeSettings), typeof(FullTextAspectSettings), typeof(GraphQLContentTypeSettings)];

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Stamp { get; set; }

    public TypeDefinition Definition { get; private set; } = null!;
    public FieldList Fields { get; private set; } = null!;
    public IReadOnlyList<SettingsGroup> Groups { get; private set; } = [];

    /// <summary>The stamp of the type as it is now.</summary>
    public string Now => DefinitionStamp.Of(Definition);

    /// <summary>How many stored versions still lack the index rows of new fields.</summary>
    public int Waiting { get; private set; }

    /// <summary>Whether search finds no item of the type, because no index holds it.</summary>
    public bool IsUnsearched => string.IsNullOrEmpty(Definition.Options.Stereotype) && indexes.List() is { Count: > 0 } all
        && !all.Any(index => index.Definition.Types.Contains(Definition.Name, StringComparer.OrdinalIgnoreCase));

    public bool MayChooseIndexed => access.Allows(HttpContext.GetCaller(), Permissions.ManageLuceneIndexes);

    public async Task<IActionResult> OnGetAsync(string id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel)
    {
        if (types.Current.FindType(id) is not { } type) return NotFound();
        try
        {
            var settings = reading.Read(Classes, type.Settings, Request.Form);
            await editor.EditAsync(HttpContext.GetCaller(), type.Name, Stamp ?? "", DisplayName, settings, cancel);
            this.Say("The settings of '{0}' were saved.", DisplayName!.Trim());
            return LocalRedirect($"/Admin/ContentTypes/Edit/{type.Name}");
        }
        catch (InvalidContentException trouble)
        {
            return await FindAsync(id, Request.Form) ? this.ShowProblems(trouble) : NotFound();
        }
        catch (StaleVersionException)
        {
            return await FindAsync(id, Request.Form) ? this.ShowOvertaken() : NotFound();
        }
    }

    public async Task<IActionResult> OnPostMovePartAsync(string id, string? up, string? down, CancellationToken cancel)
    {
        await editor.MovePartAsync(HttpContext.GetCaller(), id, Stamp ?? "", up ?? down ?? "", up is null ? 1 : -1, cancel);
        return LocalRedirect($"/Admin/ContentTypes/Edit/{Uri.EscapeDataString(id)}#parts");
    }

    // Its name reads like that of a method for a verb "Page".
    [NonHandler]
    public override async Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Waiting = await HttpContext.RequestServices.GetRequiredService<Reindexing>().CountWaitingAsync(RouteData.Values["id"]?.ToString() ?? "");

    private async Task<bool> FindAsync(string id, IFormCollection? typed = null)
    {
        if (types.Current.FindType(id) is not { } type) return false;
        Definition = type;
        DisplayName = typed is null ? type.DisplayName : DisplayName;
        Fields = FieldList.Of(types.Current, type.Name);
        Groups = await form.ShowAsync(Classes, type.Settings, typed);
        return true;
    }
}
