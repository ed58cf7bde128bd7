using CityKnowledge.Cms.Content.Search;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Search;

/// <summary>How the search indexes are doing, and having them made again.</summary>
[AdminPage(Permission = Permissions.ManageLuceneIndexes, Menu = "Search index", Group = MenuGroup.Running, Order = 30)]
internal sealed class LuceneModel(IndexWatch watch, IndexEditor editor, TypeCatalogue types, IStringLocalizer<AdminTexts> words) : PageModel
{
    public IReadOnlyList<IndexState> Indexes { get; private set; } = [];

    /// <summary>The types that an index may hold: those whose items stand for themselves, and what it holds already.</summary>
    public IEnumerable<TypeDefinition> TypesFor(IndexDefinition index) =>
        types.Current.Types.Where(type => string.IsNullOrEmpty(type.Options.Stereotype) || Holds(index, type)).OrderBy(type => type.DisplayName, StringComparer.CurrentCultureIgnoreCase);

    /// <summary>What people call the types that it holds.</summary>
    public IEnumerable<string> NamesOf(IndexDefinition index) => index.Types.Select(type => types.Current.FindType(type)?.DisplayName ?? type);

    public static bool Holds(IndexDefinition index, TypeDefinition type) => index.Types.Contains(type.Name, StringComparer.OrdinalIgnoreCase);

    public void OnGet() => Indexes = watch.List();

    public async Task<IActionResult> OnPostTypesAsync(string? id, string? stamp, List<string?> types)
    {
        if (!await editor.SetTypesAsync(HttpContext.GetCaller(), id ?? "", stamp ?? "", [.. types.OfType<string>()], HttpContext.RequestAborted)) return NotFound();
        TempData.Say(words["The content types of '{0}' were saved. If they changed, the index is made again; searches are answered as before until it is ready.", id!]);
        return Redirect("/Admin/Lucene");
    }

    public async Task<IActionResult> OnPostRebuildAsync(string? id)
    {
        var begun = await editor.RebuildAsync(HttpContext.GetCaller(), id, HttpContext.RequestAborted);
        if (begun.Count == 0) return NotFound();
        TempData.Say(words["Being made again: {0}. Searches are answered as before until it is ready.", string.Join(", ", begun)]);
        return Redirect("/Admin/Lucene");
    }

    /// <summary>Orchard's name for refreshing in place; here the present index answers anyway until the new one is ready.</summary>
    public Task<IActionResult> OnPostResetAsync(string? id) => OnPostRebuildAsync(id);
}
