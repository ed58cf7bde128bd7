using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Themes;

/// <summary>The themes there are: try one, then let visitors see it.</summary>
[AdminPage(Permission = Permissions.ApplyTheme, Menu = "Themes", Group = MenuGroup.Settings, Order = 20)]
internal sealed class IndexModel(ThemeShelf shelf, SiteEditor editor, IStringLocalizer<AdminTexts> words) : PageModel
{
    public IReadOnlyList<ThemeOnShelf> Themes { get; private set; } = [];

    /// <summary>The theme that the setting of the site's owner chooses; empty when it is chosen here.</summary>
    public string Fixed => shelf.Fixed;

    /// <summary>The theme that only the caller sees now, or null.</summary>
    public string? Tried { get; private set; }

    public async Task OnGetAsync()
    {
        Themes = await shelf.ListAsync();
        Tried = shelf.Tried(HttpContext);
    }

    public async Task<IActionResult> OnPostSetCurrentThemeAsync(string? id)
    {
        if (shelf.Find(id) is not { } theme) return NotFound();
        if (theme.Trouble is not null)
        {
            TempData.Warn(words["'{0}' cannot be used: {1}", theme.Name, theme.Trouble]);
            return Redirect("/Admin/Themes");
        }

        await editor.ApplyThemeAsync(HttpContext.GetCaller(), theme.Id, HttpContext.RequestAborted);
        shelf.Try(HttpContext, null);
        TempData.Say(words["Visitors see the site in '{0}' now.", theme.Name]);
        foreach (var broken in shelf.ListBrokenTemplates(theme.Id)) TempData.Warn(broken);
        return Redirect("/Admin/Themes");
    }

    public IActionResult OnPostTry(string? id)
    {
        if (shelf.Find(id) is not { Trouble: null } theme) return NotFound();
        shelf.Try(HttpContext, theme.Id);
        return Redirect("/");
    }

    public IActionResult OnPostEndTry()
    {
        shelf.Try(HttpContext, null);
        TempData.Say(words["You see the site as visitors do."]);
        return Redirect("/Admin/Themes");
    }
}
