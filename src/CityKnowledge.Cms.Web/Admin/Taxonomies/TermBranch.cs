using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Web.Admin.Taxonomies;

/// <summary>Terms of one level, with what is shown about them.</summary>
/// <param name="Counts">Term → items that have it.</param>
/// <param name="Found">The terms to show; null for all.</param>
internal sealed record TermBranch(Vocabulary Vocabulary, IReadOnlyList<Term> Terms, IReadOnlyDictionary<string, int> Counts, HashSet<string>? Found)
{
    public IEnumerable<Term> Shown => Found is null ? Terms : Terms.Where(term => Found.Contains(term.Id));

    public TermBranch Below(Term term) => this with { Terms = term.Children };

    /// <summary>What a term is found by: name, code, names in other languages.</summary>
    public static string WordsOf(Term term)
    {
        var own = term.Item.Part(term.Item.ContentType);
        var names = own.ValueKind == System.Text.Json.JsonValueKind.Object
            ? own.EnumerateObject().Where(field => field.Name == "Code" || field.Name.StartsWith("Name", StringComparison.Ordinal)).Select(field => field.Value.Get("Text").AsText())
            : [];
        return Folding.Fold(string.Join(' ', names.Prepend(term.Item.DisplayText)))!;
    }
}
