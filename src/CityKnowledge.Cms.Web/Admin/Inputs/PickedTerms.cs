using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Web.Admin.Form;
using CityKnowledge.Cms.Web.Fields;
using CityKnowledge.Cms.Web.Fields.Taxonomy;

namespace CityKnowledge.Cms.Web.Admin.Inputs;

/// <summary>Refuses terms that a field does not offer. What an item has already it may keep.</summary>
internal sealed class PickedTerms(TaxonomyReader taxonomies)
{
    public async Task<IReadOnlyList<ContentProblem>> CheckAsync(FormPlan plan, InputTexts typed, ContentItem? present)
    {
        List<ContentProblem> problems = [];
        foreach (var member in plan.Members.Where(member => member is { Field.Kind: "TaxonomyField", Member.Kind: MemberKind.Terms } && typed.Has(member.Name)))
        {
            var stored = present?.Field(member.Part.Name, member.Field!.Name).Get(member.Member.Name).AsTexts().ToList() ?? [];
            var added = FormTexts.Meant(member, typed).Except(stored, StringComparer.Ordinal).ToList();
            if (added.Count > 0) problems.AddRange(await CheckAsync(member, added));
        }

        return problems;
    }

    private async Task<IEnumerable<ContentProblem>> CheckAsync(FormMember member, IReadOnlyList<string> added)
    {
        var settings = member.Field!.Settings.Get<TaxonomyFieldSettings>();
        if (settings.TaxonomyContentItemId is not { Length: > 0 } id || await taxonomies.FindAsync(id) is not { } taxonomy) return [];
        return added.Select(term => taxonomy.Find(term) is { } known ? Explain(member.Label, known, settings) : $"{member.Label}: there is no term '{term}'. Choose one from the list.").OfType<FormattableString>()
            .Select(message => new ContentProblem(member.Name, message)).ToList();
    }

    private static FormattableString? Explain(string label, Term term, TaxonomyFieldSettings settings) =>
        term.IsDeprecated ? (FormattableString)$"{label}: '{term.Item.DisplayText}' is not offered any more. Choose another term."
        : settings.LeavesOnly && term.Children.Count > 0 ? (FormattableString)$"{label}: '{term.Item.DisplayText}' has terms below it. Choose one of those."
        : null;
}
