using System.Globalization;
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

    /// <summary>Whether every word of the text stands in the title; accents may be left out.</summary>
    public static bool Holds(string title, string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(word => CultureInfo.CurrentCulture.CompareInfo.IndexOf(title, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
}
