using CityKnowledge.Cms.Web.Admin.ContentTypes.Settings;

namespace CityKnowledge.Cms.Web.Admin.Taxonomies;

/// <summary>The form of a term, filled in.</summary>
/// <param name="AddressStart">What stands before the end of the address; null when terms have no pages.</param>
internal sealed record TermInputs(string? Title, string? Address, string? AddressStart, IReadOnlyList<SettingsGroup> Groups);
