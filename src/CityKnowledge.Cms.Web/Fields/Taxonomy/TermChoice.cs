using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Taxonomies;

namespace CityKnowledge.Cms.Web.Fields.Taxonomy;

/// <summary>A term as a line of a select.</summary>
/// <param name="Gone">Why the term is not offered any more; null when it is.</param>
internal sealed record TermChoice(string Id, string Label, string? Code, int Depth, bool IsOpen, bool IsChosen, string? Gone);

/// <summary>What a taxonomy field lets choose from, in the order of the tree, and what it holds beside that.</summary>
internal static partial class TermChoices
{
    public static IReadOnlyList<TermChoice> List(FieldInput input, Content.Taxonomies.Taxonomy? taxonomy)
    {
        var chosen = input.Texts("TermContentItemIds");
        var terms = taxonomy?.Terms.ToList() ?? [];
        var numbered = terms.Exists(term => CodeOf(term) is { } code && Numbering().IsMatch(code));
        var leavesOnly = input.Settings<TaxonomyFieldSettings>().LeavesOnly;
        var known = terms.Where(term => !term.IsDeprecated || chosen.Contains(term.Id)).Select(term => new TermChoice(
            term.Id,
            numbered && CodeOf(term) is { } code ? $"{code} {term.Item.DisplayText}" : term.Item.DisplayText ?? term.Id,
            CodeOf(term),
            term.Ancestors.Count(),
            !leavesOnly || term.Children.Count == 0 || chosen.Contains(term.Id),
            chosen.Contains(term.Id),
            term.IsDeprecated ? input.T["not offered any more"].Value : null));
        var lost = chosen.Where(id => taxonomy?.Find(id) is null).Select(id => new TermChoice(id, id, null, 0, true, true, input.T["not in the vocabulary any more"].Value));
        return [.. known, .. lost];
    }

    private static string? CodeOf(Term term) => term.Item.Part(term.Item.ContentType).Get("Code").Get("Text").AsText() is { Length: > 0 and <= 20 } code ? code : null;

    // Codes such as 11.2 or 1.a are read by people; others only help to find the term.
    [GeneratedRegex(@"^\d+\.\w+$")]
    private static partial Regex Numbering();
}
