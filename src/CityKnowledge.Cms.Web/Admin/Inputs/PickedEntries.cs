using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Admin.Form;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Inputs;

/// <summary>Looks at what was picked in a form: items that are named by their titles, and terms that are not offered.</summary>
internal sealed class PickedEntries(PickedTitles titles, PickedTerms terms, PickableItems items)
{
    /// <summary>Puts ids in the place of titles and says what cannot stay as it was typed; a problem has the name of the control.</summary>
    public async Task<IReadOnlyList<ContentProblem>> ResolveAsync(Caller caller, FormPlan plan, InputTexts typed, ContentItem? present) =>
        [.. await titles.ResolveAsync(caller, plan, typed, present), .. await terms.CheckAsync(plan, typed, present)];

    /// <summary>The titles of what a public item points to and visitors do not see, because it was never published.</summary>
    public async Task<IReadOnlyList<string>> ListUnseenAsync(Caller caller, FormPlan plan, ContentItem item)
    {
        var ids = plan.Members.Where(member => member is { Field.Kind: "ContentPickerField", Member.Kind: MemberKind.Items })
            .SelectMany(member => item.Field(member.Part.Name, member.Field!.Name).Get(member.Member.Name).AsTexts()).ToHashSet(StringComparer.Ordinal);
        return [.. (await items.ListAsync(caller, ids)).Where(target => !target.HasPublished).Select(target => target.DisplayText).Order(StringComparer.CurrentCulture)];
    }

    /// <summary>What was typed to be looked for and not picked: it would be lost without a word.</summary>
    public static IEnumerable<ContentProblem> FindUnpicked(FormPlan plan, InputTexts typed) =>
        plan.Members.Where(FormTexts.IsPicked).Select(member => (member, Text: typed.Last(InputName.Unpicked(member.Name)))).Where(entry => entry.Text.Length > 0)
            .Select(entry => new ContentProblem(entry.member.Name, $"{entry.member.Label}: choose “{entry.Text}” from the list, or clear it."));
}
