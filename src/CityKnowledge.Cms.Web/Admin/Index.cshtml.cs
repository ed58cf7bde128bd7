using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.Admin;

/// <summary>How many items of a type there are.</summary>
internal sealed record TypeCount(string Type, string Name, int Published, int Drafts);

/// <summary>The first page of the administration: what the site holds and what was done to it.</summary>
[Authorize]
internal sealed class IndexModel(StorageContext db, CurrentSite site, TypeCatalogue types, RecipeReports reports) : PageModel
{
    public string SiteName { get; private set; } = "";
    public IReadOnlyList<TypeCount> Types { get; private set; } = [];
    public IReadOnlyList<RecipeReport> Reports { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromServices] Access access)
    {
        if (!access.Allows(HttpContext.GetCaller(), Permissions.AccessAdminPanel)) return Forbid();
        SiteName = (await site.GetAsync()).SiteName;
        Types = await CountAsync();
        Reports = await reports.ListAsync();
        return Page();
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
