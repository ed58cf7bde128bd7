using CityKnowledge.Cms.Content.Lists;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Start;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin;

/// <summary>The first page of the administration: what waits for this person, and what the site holds.</summary>
[AdminPage(Menu = "Start", Order = 0)]
internal sealed class IndexModel(CurrentSite site, StartLists lists, ListRights rights) : PageModel
{
    public string SiteName { get; private set; } = "";
    public StartContent Lists { get; private set; } = new([], [], [], []);
    public IReadOnlyList<TypeDefinition> Creatable { get; private set; } = [];
    public bool IsEmpty => Lists.Changed.Count == 0;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var caller = HttpContext.GetCaller();
        SiteName = (await site.GetAsync(cancel)).SiteName;
        Creatable = rights.CreatableTypes(caller);
        Lists = await lists.ReadAsync(caller, cancel);
    }
}
