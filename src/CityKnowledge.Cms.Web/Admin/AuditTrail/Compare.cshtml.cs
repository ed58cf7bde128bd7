using CityKnowledge.Cms.Content.Audit;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.AuditTrail.Comparison;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.AuditTrail;

/// <summary>Two versions of an item, value by value; or the whole of one.</summary>
[AdminPage]
internal sealed class CompareModel(ItemStories stories, VersionComparer comparer) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "contentItemId")]
    public string Id { get; set; } = "";

    public ContentItem? Before { get; private set; }
    public ContentItem After { get; private set; } = null!;
    public VersionComparison Comparison { get; private set; } = null!;
    public string ItemTitle => After.DisplayText is { Length: > 0 } title ? title : Id;

    public async Task<IActionResult> OnGetAsync([FromQuery] string? from, [FromQuery] string? to, CancellationToken cancel)
    {
        var caller = HttpContext.GetCaller();
        Before = string.IsNullOrEmpty(from) ? null : await stories.FindVersionAsync(caller, Id, from);
        if (await stories.FindVersionAsync(caller, Id, to ?? "") is not { } after || (Before is null && !string.IsNullOrEmpty(from))) return NotFound();
        After = after;
        Comparison = await comparer.CompareAsync(caller, Before, after, cancel);
        return Page();
    }
}
