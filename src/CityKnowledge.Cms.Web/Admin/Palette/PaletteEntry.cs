namespace CityKnowledge.Cms.Web.Admin.Palette;

/// <summary>A line of the command palette.</summary>
/// <param name="Group">screens, create or items.</param>
/// <param name="Detail">What tells it from others of the same name; null when nothing does.</param>
internal sealed record PaletteEntry(string Group, string Title, string? Detail, string Address);
