using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Contents;

/// <summary>Gives people without an account a link to the draft of one item, and takes links back.</summary>
[AdminPage]
internal sealed class ShareModel(DraftLinks links, DraftReader drafts, CurrentSite site, IStringLocalizer<AdminTexts> words) : PageModel
{
    private const string NewLink = "share.link";

    [BindProperty(SupportsGet = true)]
    public string ContentItemId { get; set; } = "";

    [BindProperty]
    public int Days { get; set; } = 7;

    /// <summary>The item whose draft is shared.</summary>
    public ContentItem Item { get; private set; } = null!;
    public IReadOnlyList<DraftLink> Links { get; private set; } = [];

    /// <summary>The address just made; it cannot be shown again.</summary>
    public string? Made { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Made = TempData[NewLink] as string;
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            if (await links.MakeAsync(HttpContext.GetCaller(), ContentItemId, Days, cancel) is not { } token) return NotFound();
            TempData[NewLink] = $"{await OriginAsync()}/Drafts/{token}";
            return Redirect(Request.Path);
        }
        catch (InvalidContentException wrong)
        {
            foreach (var problem in wrong.Problems) ModelState.AddModelError(problem.Path, problem.Message);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(cancel);
        }
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? linkId, CancellationToken cancel)
    {
        var revoked = await links.RevokeAsync(HttpContext.GetCaller(), ContentItemId, linkId ?? "", cancel);
        if (revoked) TempData.Say(words["The link does not work any more."]);
        else TempData.Warn(words["That link had ended already."]);
        return Redirect(Request.Path);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (await links.ListAsync(HttpContext.GetCaller(), ContentItemId, cancel) is not { } known) return NotFound();
        if (await drafts.FindLatestAsync(HttpContext.GetCaller(), ContentItemId) is not { } item) return NotFound();
        (Links, Item) = (known, item);
        return Page();
    }

    private async Task<string> OriginAsync() =>
        (await site.GetAsync()).BaseUrl is { Length: > 0 } address ? address : $"{Request.Scheme}://{Request.Host.ToUriComponent()}{Request.PathBase.ToUriComponent()}";
}
