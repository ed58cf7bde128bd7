using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Palette;

/// <summary>Finds the screens a person may enter.</summary>
internal sealed class ScreenSearch(AdminScreens screens, ScreenRights rights, IStringLocalizer<AdminTexts> words)
{
    public IEnumerable<PaletteEntry> Find(Caller caller, string text) => screens.Menu
        .Where(screen => rights.MayEnter(caller, screen.Page))
        .Select(screen => new PaletteEntry("screens", words[screen.Page.Menu!], words[screen.Page.Group.ToString()], screen.Address))
        .Where(entry => Holds(entry.Title, text));

    public static bool Holds(string title, string text) => title.Contains(text, StringComparison.CurrentCultureIgnoreCase);
}
