using System.Text.Json.Nodes;

namespace CityKnowledge.Cms.Content.Taxonomies;

/// <summary>A term as it was entered.</summary>
/// <param name="Address">The end of its address; null or empty to have it made.</param>
/// <param name="Parts">Part → field → members, only what was entered; everything else of a known term stays.</param>
public sealed record TermValues(string? Title, string? Address, JsonObject Parts);

/// <summary>Where a term is put.</summary>
/// <param name="ParentId">Null for the top.</param>
/// <param name="IsFirst">Before the others there instead of behind them.</param>
public sealed record TermTarget(string? ParentId, bool IsFirst);
