using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Admin.Form;
using CityKnowledge.Cms.Web.Fields;
using CityKnowledge.Cms.Web.Fields.ContentPicker;

namespace CityKnowledge.Cms.Web.Admin.Inputs;

/// <summary>Finds the items that a form names by their ids or, without scripts, by their titles.</summary>
internal sealed class PickedTitles(PickableItems items, TypeCatalogue types)
{
    private const int Shown = 5;

    /// <summary>Does so for every field of a form that points to items.</summary>
    public async Task<IReadOnlyList<ContentProblem>> ResolveAsync(Caller caller, FormPlan plan, InputTexts typed, ContentItem? present, CancellationToken cancel = default)
    {
        List<ContentProblem> problems = [];
        foreach (var member in plan.Members.Where(member => member is { Field.Kind: "ContentPickerField", Member.Kind: MemberKind.Items } && typed.Has(member.Name)))
        {
            var stored = present?.Field(member.Part.Name, member.Field!.Name).Get(member.Member.Name).AsTexts().ToList() ?? [];
            problems.AddRange(await ResolveAsync(caller, member.Field!, member.Name, typed, stored, cancel));
        }

        return problems;
    }

    /// <summary>Puts ids in the place of titles; what cannot be found, or not be seen, stays as it was typed and is explained.</summary>
    /// <param name="name">The name of the control with the ids.</param>
    /// <param name="stored">The ids that the item has already.</param>
    public async Task<IReadOnlyList<ContentProblem>> ResolveAsync(
        Caller caller, FieldDefinition field, string name, InputTexts typed, IReadOnlyCollection<string> stored, CancellationToken cancel = default)
    {
        var texts = typed.All(name);
        if (texts.All(text => IsKept(text, stored))) return [];
        var search = new Search(caller, field.Settings.Get<ContentPickerFieldSettings>().TypesOf(types.Current), cancel);
        List<string> ids = [];
        List<ContentProblem> problems = [];
        foreach (var text in texts)
        {
            foreach (var (title, found) in IsKept(text, stored) ? [(text, null)] : await FindAsync(text, search))
            {
                ids.Add(found is [var only] ? only.ContentItemId : title);
                if (found is not null and not [_]) problems.Add(new ContentProblem(name, Explain(field, title, found)));
            }
        }

        typed.Set(name, [.. ids.Distinct(StringComparer.Ordinal)]);
        return problems;
    }

    // What an item points to already it may keep, also when that is gone or hidden from the person.
    private static bool IsKept(string text, IReadOnlyCollection<string> stored) => text.Length == 0 || stored.Contains(text);

    // A title may hold a semicolon itself.
    private async Task<IReadOnlyList<(string Title, IReadOnlyList<PickableItem>? Found)>> FindAsync(string text, Search search)
    {
        var whole = await items.FindAsync(search.Caller, search.Types, text, Shown, search.Cancel);
        var titles = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (whole.Count > 0 || titles.Length < 2) return [(text, whole)];
        List<(string, IReadOnlyList<PickableItem>?)> found = [];
        foreach (var title in titles) found.Add((title, await items.FindAsync(search.Caller, search.Types, title, Shown, search.Cancel)));
        return found;
    }

    private static FormattableString Explain(FieldDefinition field, string text, IReadOnlyList<PickableItem> found) => found.Count == 0
        ? (FormattableString)$"{field.Label}: nothing is called '{text}'. Write the whole title, or the id."
        : $"{field.Label}: several are called '{text}'. Write the id of the one you mean: {string.Join(", ", found.Select(item => item.ContentItemId))}.";

    private sealed record Search(Caller Caller, IReadOnlyList<string> Types, CancellationToken Cancel);
}
