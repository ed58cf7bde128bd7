using CityKnowledge.Cms.Content.Audit;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.AuditTrail;

/// <summary>Who did what and when, on the whole site.</summary>
[AdminPage(Permission = Permissions.ViewAuditTrail, Menu = "Audit log", Group = MenuGroup.Running, Order = 80)]
internal sealed class LogModel(AuditLog log) : PageModel
{
    public const string Address = "/Admin/AuditTrail";
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public AuditRequest Filter { get; private set; } = new();
    public AuditPage Found { get; private set; } = new([], null);

    public static string List(string filter, string? after = null)
    {
        var query = filter.Length > 0 ? QueryString.Create("q", filter) : QueryString.Empty;
        return Address + (after is null ? query : query.Add("after", after)).ToUriComponent();
    }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? filter, [FromQuery] string? category, CancellationToken cancel)
    {
        Filter = AuditRequest.Parse(Text);
        if (filter is not null) return LocalRedirect(List((Filter with { Category = category is { Length: > 0 and <= 100 } ? category : null }).ToString()));
        Found = await log.ListAsync(HttpContext.GetCaller(), InDeskTime(Filter), PageSize, After, cancel);
        return Page();
    }

    // Days are those of the site's time zone: so the table tells them.
    private static AuditRequest InDeskTime(AuditRequest request) => request with
    {
        FromUtc = request.FromUtc is { } from ? LocalTime.ToUtc(from) : null,
        BeforeUtc = request.BeforeUtc is { } before ? LocalTime.ToUtc(before) : null,
    };
}
