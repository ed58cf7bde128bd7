using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Lists;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Says what the ids in a field stand for. What the reader may not see stays an id.</summary>
internal sealed class FormNames(ItemTitles titles, TaxonomyReader taxonomies, People people)
{
    /// <summary>How one side's text of a field reads, one entry for each of its members that says anything.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(Caller caller, FormDifference difference, InputTexts texts)
    {
        List<string> lines = [];
        foreach (var member in difference.Members)
        {
            var meant = FormTexts.Meant(member, texts);
            if (meant.Count > 0) lines.Add(string.Join("\n", await NameAsync(caller, member, meant)));
        }

        return lines;
    }

    private async Task<IEnumerable<string>> NameAsync(Caller caller, FormMember member, IReadOnlyList<string> texts) => member.Member.Kind switch
    {
        MemberKind.Items => await NameItemsAsync(caller, texts),
        MemberKind.Terms => await NameTermsAsync(member, texts),
        _ when member.IsPerson => await NamePeopleAsync(texts),
        _ => texts,
    };

    private async Task<IEnumerable<string>> NameItemsAsync(Caller caller, IReadOnlyList<string> ids)
    {
        var found = await titles.ListAsync(caller, ids);
        return ids.Select(id => found.GetValueOrDefault(id) ?? id);
    }

    private async Task<IEnumerable<string>> NamePeopleAsync(IReadOnlyList<string> ids)
    {
        var found = await people.ListNamesAsync(ids);
        return ids.Select(id => found.GetValueOrDefault(id) ?? id);
    }

    private async Task<IEnumerable<string>> NameTermsAsync(FormMember member, IReadOnlyList<string> ids)
    {
        var taxonomyId = member.Field?.Settings.Json.Get($"{member.Field.Kind}Settings").Get("TaxonomyContentItemId").AsText();
        var taxonomy = taxonomyId is null ? null : await taxonomies.FindAsync(taxonomyId);
        return ids.Select(id => taxonomy?.Find(id)?.Item.DisplayText ?? id);
    }
}
