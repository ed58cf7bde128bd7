using System.Collections.Frozen;

namespace CityKnowledge.Cms.Web.Search.Text;

/// <summary>Words so common that a search for them finds everything, in the form the analyzer gives them.</summary>
internal static class StopWords
{
    public static FrozenSet<string> English { get; } = new[]
    {
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "had", "has", "have", "how", "if", "in", "into", "is",
        "it", "no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "thei", "thi", "this", "they",
        "to", "wa", "was", "what", "when", "where", "which", "who", "will", "with",
    }.ToFrozenSet(StringComparer.Ordinal);
}
