using CityKnowledge.Cms.Content.Audit;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.AuditTrail;

/// <summary>The history of one item: what happened to it, and its versions to compare and restore.</summary>
[AdminPage]
internal sealed class ItemModel(ItemStories stories, ItemRights rights) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "contentItemId")]
    public string Id { get; set; } = "";

    public ItemStory Story { get; private set; } = null!;
    public bool MayRestore { get; private set; }
    public string ItemTitle => Story.Item.DisplayText is { Length: > 0 } title ? title : Id;

    /// <summary>The version that was there before; null for the first.</summary>
    public VersionNote? Before(VersionNote version) => Story.Versions.SkipWhile(other => other != version).Skip(1).FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await stories.FindAsync(HttpContext.GetCaller(), Id, cancel) is not { } story) return NotFound();
        Story = story;
        MayRestore = !story.IsBinned && rights.AllowsItem(HttpContext.GetCaller(), Permissions.EditContent, story.Item) && rights.MaySaveOver(HttpContext.GetCaller(), story.Item);
        return Page();
    }
}
