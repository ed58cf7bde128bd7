using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Lists;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Fields;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.AuditTrail.Comparison;

/// <summary>Compares two versions value by value, in words: items and terms by their names, HTML by its text.</summary>
internal sealed class VersionComparer(VersionMembers members, ItemTitles titles, TermFinder terms, IStringLocalizer<AdminTexts> words)
{
    /// <param name="before">Null shows the whole other version.</param>
    public async Task<VersionComparison> CompareAsync(Caller caller, ContentItem? before, ContentItem after, CancellationToken cancel = default)
    {
        var old = before is null ? [] : members.Read(before).ToDictionary(member => member.Key);
        var young = members.Read(after).ToList();
        var names = await NamesAsync(caller, old.Values.Concat(young), cancel);
        var pairs = young.Select(member => (Old: old.GetValueOrDefault(member.Key), New: member))
            .Concat(old.Values.Where(member => young.TrueForAll(other => other.Key != member.Key)).Select(member => (Old: (VersionMember?)member, New: member with { Value = default })));
        var (differences, same) = (new List<Difference>(), new List<string>());
        foreach (var (one, other) in pairs)
        {
            if (Compare(one, other, names) is { } difference) differences.Add(difference);
            else if (Text(other, names).Length > 0) same.Add(other.Label);
        }

        return new VersionComparison(differences, same);
    }

    private Difference? Compare(VersionMember? old, VersionMember young, Dictionary<string, string> names)
    {
        var before = old is null ? "" : Text(old, names);
        var after = Text(young, names);
        if (before != after) return new Difference(young.Label, TextDifference.Find(before, after, IsList(young.Kind)), IsMarkup: false);
        var (source, changed) = (old?.Value.AsText() ?? "", young.Value.AsText() ?? "");
        return young.Kind == MemberKind.Html && source != changed ? new Difference(young.Label, TextDifference.Find(source, changed, byLine: false), IsMarkup: true) : null;
    }

    private string Text(VersionMember member, Dictionary<string, string> names) => member.Kind switch
    {
        MemberKind.Html => ReadableText.FromHtml(member.Value.AsText() ?? ""),
        MemberKind.Flag => member.Value.AsFlag() switch { true => words["Yes"], false => words["No"], null => "" },
        MemberKind.Date => member.Value.AsMoment()?.ToString("d MMM yyyy", CultureInfo.CurrentUICulture.DateTimeFormat) ?? member.Value.AsText() ?? "",
        MemberKind.Moment => member.Value.AsMoment() is { } moment ? LocalTime.SayToSecond(moment) : member.Value.AsText() ?? "",
        MemberKind.Items or MemberKind.Terms => string.Join('\n', member.Value.AsTexts().Select(id => names.GetValueOrDefault(id, id))),
        MemberKind.Texts or MemberKind.MediaPaths => string.Join('\n', member.Value.AsTexts()),
        MemberKind.Opaque => ReadableText.FromJson(member.Value),
        _ => member.Value.AsText() ?? "",
    };

    private static bool IsList(MemberKind kind) => kind is MemberKind.Items or MemberKind.Terms or MemberKind.Texts or MemberKind.MediaPaths or MemberKind.Opaque;

    // All titles in one query, all terms from the trees that are kept in memory.
    private async Task<Dictionary<string, string>> NamesAsync(Caller caller, IEnumerable<VersionMember> all, CancellationToken cancel)
    {
        var ids = all.ToLookup(member => member.Kind, member => member.Value.AsTexts());
        var names = new Dictionary<string, string>(await titles.ListAsync(caller, Distinct(MemberKind.Items), cancel));
        foreach (var (id, name) in await terms.ListNamesAsync(Distinct(MemberKind.Terms), cancel)) names[id] = name;
        return names;

        string[] Distinct(MemberKind kind) => [.. ids[kind].SelectMany(texts => texts).Distinct(StringComparer.Ordinal)];
    }
}
