using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Settings;

/// <summary>Name, address, time zone and lists of the site.</summary>
[AdminPage(Permission = Permissions.ManageSettings, Menu = "General", Group = MenuGroup.Settings, Order = 10)]
internal sealed class GeneralModel(CurrentSite site, SiteEditor editor, IStringLocalizer<AdminTexts> words) : PageModel
{
    [BindProperty]
    public string? SiteName { get; set; }

    [BindProperty]
    public string? BaseUrl { get; set; }

    [BindProperty]
    public string? TimeZoneId { get; set; }

    [BindProperty]
    public int? PageSize { get; set; }

    /// <summary>Says which settings the form was made from.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>The settings as they are now, when they are not what the form began with; else null.</summary>
    public GeneralSettings? Theirs { get; private set; }

    public IReadOnlyList<string> TimeZones { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var now = GeneralSettings.Of(await site.GetAsync(HttpContext.RequestAborted));
        (SiteName, BaseUrl, TimeZoneId, PageSize, Stamp) = (now.SiteName, now.BaseUrl, now.TimeZoneId, now.PageSize, now.Stamp);
        ListTimeZones();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        try
        {
            var next = new GeneralSettings(SiteName ?? "", BaseUrl ?? "", TimeZoneId ?? "", PageSize ?? 0);
            if (ModelState.IsValid)
            {
                await editor.SaveAsync(HttpContext.GetCaller(), next, Stamp ?? "", HttpContext.RequestAborted);
                TempData.Say(words["The settings are saved. Visitors see them at once."]);
                return Redirect("/Admin/Settings/general");
            }
        }
        catch (InvalidContentException wrong)
        {
            foreach (var problem in wrong.Problems) ModelState.AddModelError(problem.Path, problem.Message);
        }
        catch (StaleVersionException)
        {
            return await ShowConflictAsync();
        }

        ListTimeZones();
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<IActionResult> ShowConflictAsync()
    {
        Theirs = GeneralSettings.Of(await site.GetAsync(HttpContext.RequestAborted));
        // What was typed stays; sent once more, it is based on what is seen now.
        ModelState.Remove(nameof(Stamp));
        Stamp = Theirs.Stamp;
        ModelState.AddModelError("", words["Someone else changed the settings since you opened this page. What they saved stands below each field; save again to keep what you typed."]);
        ListTimeZones();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private void ListTimeZones()
    {
        var zones = TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id == "UTC" || id.Contains('/', StringComparison.Ordinal));
        TimeZones = [.. zones.Append("UTC").Append(TimeZoneId ?? "UTC").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
