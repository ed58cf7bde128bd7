using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Search;

/// <summary>What a search index holds, as people defined it.</summary>
/// <param name="AnalyzerName">Orchard's name of an analyzer.</param>
/// <param name="Analyzer">A name that only we know and that wins over <paramref name="AnalyzerName"/>; Orchard does not read it.</param>
/// <param name="IndexLatest">Latest versions, drafts too; else published ones.</param>
/// <param name="Culture"><c>any</c>: all; empty: items without a culture; else the items of that culture.</param>
/// <param name="StoreSourceData">Whether raw values are stored under <c>_source.…</c>.</param>
/// <param name="Edition">Rises when someone asks for a rebuild: every node makes its copy again.</param>
public sealed record IndexDefinition(
    string Name, string? AnalyzerName, string? Analyzer, bool IndexLatest, IReadOnlyList<string> Types, string Culture, bool StoreSourceData, int Edition)
{
    public const string AnyCulture = "any";

    /// <summary>English and every other language; used when an index names none.</summary>
    public const string Multilingual = "multilingual";

    /// <summary>Orchard's only built-in one: words as written, without English stop words.</summary>
    public const string Standard = "standardanalyzer";

    private const int LongestName = 64;

    /// <summary>The analyzers there are.</summary>
    public static IReadOnlyList<string> KnownAnalyzers { get; } = [Multilingual, Standard];

    /// <summary>The analyzer in force.</summary>
    public string EffectiveAnalyzer => Analyzer is { Length: > 0 } ? Analyzer : AnalyzerName is { Length: > 0 } ? AnalyzerName : Multilingual;

    /// <summary>Differs whenever the types differ: pass it back with a change, so that nobody is overwritten.</summary>
    public string TypesStamp => string.Join(' ', Types.Order(StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether this may name an index: it is the name of a folder and part of addresses.</summary>
    public static bool IsName(string? name) =>
        name is { Length: > 0 and <= LongestName } && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    /// <summary>Reads the settings of the step <c>lucene-index</c> and of the stored document.</summary>
    public static IndexDefinition Read(string name, JsonElement json) => new(
        name,
        json.Get(nameof(AnalyzerName)).AsText(),
        json.Get(nameof(Analyzer)).AsText(),
        json.Get(nameof(IndexLatest)).AsFlag() ?? false,
        [.. json.Get("IndexedContentTypes").AsTexts().Distinct(StringComparer.OrdinalIgnoreCase)],
        json.Get(nameof(Culture)).ValueKind == JsonValueKind.String ? json.Get(nameof(Culture)).GetString()! : AnyCulture,
        json.Get(nameof(StoreSourceData)).AsFlag() ?? false,
        (int)(json.Get(nameof(Edition)).AsNumber() ?? 0));

    public JsonObject Write() => new()
    {
        [nameof(AnalyzerName)] = AnalyzerName,
        [nameof(Analyzer)] = Analyzer,
        [nameof(IndexLatest)] = IndexLatest,
        ["IndexedContentTypes"] = new JsonArray([.. Types.Select(type => (JsonNode)type)]),
        [nameof(Culture)] = Culture,
        [nameof(StoreSourceData)] = StoreSourceData,
        [nameof(Edition)] = Edition,
    };

    /// <summary>Whether an item of an indexed type belongs to the index by its language.</summary>
    public bool TakesCulture(ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (string.Equals(Culture, AnyCulture, StringComparison.OrdinalIgnoreCase)) return true;
        var culture = item.Field("LocalizationPart", "Culture").AsText() ?? "";
        return string.Equals(culture, Culture, StringComparison.OrdinalIgnoreCase);
    }
}
