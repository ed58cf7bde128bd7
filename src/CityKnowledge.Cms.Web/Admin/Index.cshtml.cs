using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.Admin;

/// <summary>How many items of a type there are.</summary>
internal sealed record TypeCount(string Type, string Name, int Published, int Drafts);

/// <summary>The first page of the administration: what the site holds and what was done to it.</summary>
[AdminPage(Menu = "Start", Order = 0)]
internal sealed class IndexModel(StorageContext db, CurrentSite site, TypeCatalogue types, RecipeReports reports) : PageModel
{
    public string SiteName { get; private set; } = "";
    public IReadOnlyList<TypeCount> Types { get; private set; } = [];
    public IReadOnlyList<RecipeReport> Reports { get; private set; } = [];

    public async Task OnGetAsync()
    {
        SiteName = (await site.GetAsync()).SiteName;
        Types = await CountAsync();
        Reports = await reports.ListAsync();
    }

    private async Task<IReadOnlyList<TypeCount>> CountAsync()
    {
        var published = await db.Versions.Where(row => row.Published).GroupBy(row => row.Kind).ToDictionaryAsync(kind => kind.Key, kind => kind.Count());
        var drafts = await db.Versions.Where(row => row.Latest && !row.Published).GroupBy(row => row.Kind).ToDictionaryAsync(kind => kind.Key, kind => kind.Count());
        return
        [
            .. published.Keys.Union(drafts.Keys)
                .Select(type => new TypeCount(type, types.Current.FindType(type)?.DisplayName ?? type, published.GetValueOrDefault(type), drafts.GetValueOrDefault(type)))
                .OrderBy(type => type.Name, StringComparer.CurrentCulture),
        ];
    }
}
