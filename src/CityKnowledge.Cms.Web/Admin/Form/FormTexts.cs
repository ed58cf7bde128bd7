using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>What a form shows of a stored item, and how texts are compared.</summary>
internal static class FormTexts
{
    /// <summary>The stored values of everything in the plan, as inputs write them.</summary>
    public static InputTexts Of(FormPlan plan, ContentItem item)
    {
        var texts = new InputTexts();
        foreach (var member in plan.Members)
        {
            var parent = member.IsOfItem ? FactsOf(item) : member.Field is null ? item.Part(member.Part.Name) : item.Field(member.Part.Name, member.Field.Name);
            texts.Set(member.Name, InputText.Write(member.Member, parent));
        }

        return texts;
    }

    /// <summary>What the form of a new item begins with.</summary>
    public static InputTexts Begin(FormPlan plan, FieldKinds kinds)
    {
        var parts = new JsonObject();
        foreach (var member in plan.Members)
        {
            if (member.Field is null || kinds.Find(member.Field.Kind)?.Begin(member.Field) is not { } value) continue;
            if (parts[member.Part.Name] is not JsonObject part) parts[member.Part.Name] = part = [];
            part[member.Field.Name] = value;
        }

        return Of(plan, new ContentDraft { ContentType = plan.Type.Name, Content = parts }.ToItem());
    }

    /// <summary>The texts that count: what was typed into a line, or the entries of a list without the empty ones.</summary>
    public static IReadOnlyList<string> Meant(FormMember member, InputTexts texts)
    {
        var typed = texts.All(member.Name);
        if (!IsList(member.Member.Kind)) return typed is [.., { Length: > 0 } last] && !IsOff(member, last) ? [WithPlainLines(last)] : [];
        return [.. EntriesOf(member, texts, typed).Select(WithPlainLines)];
    }

    /// <summary>Whether both mean the same; the order of terms means nothing.</summary>
    public static bool AreSame(FormMember member, InputTexts one, InputTexts other) => member.Member.Kind == MemberKind.Terms
        ? Meant(member, one).ToHashSet(StringComparer.Ordinal).SetEquals(Meant(member, other))
        : Meant(member, one).SequenceEqual(Meant(member, other), StringComparer.Ordinal);

    public static bool IsList(MemberKind kind) => kind is MemberKind.Texts or MemberKind.Items or MemberKind.Terms or MemberKind.MediaPaths;

    public static bool IsPicked(FormMember member) => member.Member.Kind is MemberKind.Items or MemberKind.Terms;

    // To the minute: what nobody chose is not shown to the millisecond, and what is sent unchanged stays as it is.
    private static JsonElement FactsOf(ContentItem item) => JsonSerializer.SerializeToElement(new Dictionary<string, string?>
    {
        [ItemFacts.Owner] = item.Owner,
        [ItemFacts.Created] = item.CreatedUtc?.ToString("yyyy-MM-ddTHH:mm:00Z", CultureInfo.InvariantCulture),
    });

    // A checkbox left as it is at first says no more than a field that was never filled in.
    private static bool IsOff(FormMember member, string text) => member.Member.Kind == MemberKind.Flag && text == (member.Member.IsOnByDefault ? "true" : "false");

    // The text beside a file stands at the same place in its own list, and may be empty.
    private static IEnumerable<string> EntriesOf(FormMember member, InputTexts texts, IReadOnlyList<string> typed)
    {
        var paths = member.Member.Kind == MemberKind.Texts && member.Field is not null ? texts.All($"{member.Prefix}.Paths") : [];
        if (paths.Count == 0) return typed.Where(text => text.Length > 0);
        return typed.Zip(paths).Where(pair => pair.Second.Length > 0).Select(pair => pair.First);
    }

    // Browsers send every line end as two characters, whatever was stored.
    private static string WithPlainLines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
