using System.Globalization;
using System.Text;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Search.Documents;

/// <summary>What of each type enters the index, made from the definitions once and read for every item and every query.</summary>
internal sealed class DocumentPlan
{
    private readonly Dictionary<string, IReadOnlyList<IndexedField>> byType = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IndexedKind> kinds = new(ItemFields.Kinds, StringComparer.Ordinal);

    public DocumentPlan(ContentTypes types, IReadOnlyCollection<string> indexedTypes, FieldKinds fields, PartKinds parts)
    {
        Types = types;
        foreach (var name in indexedTypes)
        {
            if (types.FindType(name) is not { } type) continue;
            byType[type.Name] = [.. type.Parts.SelectMany(part => OfPart(part, fields, parts)).DistinctBy(field => field.Name).Where(TryAgree)];
        }
    }

    /// <summary>The definitions it was made from.</summary>
    public ContentTypes Types { get; }

    /// <summary>Names of the types, as they are defined.</summary>
    public IReadOnlyCollection<string> TypeNames => byType.Keys;

    public IReadOnlyList<IndexedField> Of(string type) => byType.GetValueOrDefault(type) ?? [];

    public bool Has(string type) => byType.ContainsKey(type);

    /// <summary>How a field of the index compares; null for one that is not planned.</summary>
    public IndexedKind? KindOf(string name) =>
        kinds.TryGetValue(name, out var kind) ? kind : name.EndsWith(ItemFields.KeywordSuffix, StringComparison.Ordinal) ? IndexedKind.Keyword : null;

    /// <summary>Differs whenever documents made by this plan would differ.</summary>
    public string Signature()
    {
        var text = new StringBuilder();
        foreach (var (name, fields) in byType.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}:{Types.FindType(name)!.Settings.Json.Get(nameof(FullTextAspectSettings))};");
            foreach (var field in fields) text.Append(CultureInfo.InvariantCulture, $"{field.Name},{field.Kind},{field.Part},{field.Member},{field.Stored};");
        }

        return text.ToString();
    }

    // One name has one kind in the whole index; two parts under one name might disagree, and the first wins.
    private bool TryAgree(IndexedField field) => kinds.TryAdd(field.Name, field.Kind) || kinds[field.Name] == field.Kind;

    private static IEnumerable<IndexedField> OfPart(PartOnType part, FieldKinds fields, PartKinds parts)
    {
        var settings = part.Settings.Get<LuceneContentIndexSettings>();
        if (settings.Included && parts.Find(part.Part.Name)?.Shape.Members is [var first, ..] && IsText(first.Kind))
        {
            yield return new IndexedField(part.Name, Text(settings), part.Name, null, first.Name, first.Kind, settings.Stored);
        }

        foreach (var field in part.Fields)
        {
            if (field.Settings.Get<LuceneContentIndexSettings>() is not { Included: true } chosen || fields.Find(field.Kind) is not { } kind) continue;
            foreach (var indexed in OfField($"{part.Name}.{field.Name}", part, field, kind.Shape, chosen)) yield return indexed;
        }
    }

    private static IEnumerable<IndexedField> OfField(
        string name, PartOnType part, FieldDefinition field, FieldShape shape, LuceneContentIndexSettings settings)
    {
        if (shape.Members is [{ Name: "Latitude" }, ..])
        {
            yield return new IndexedField(name, IndexedKind.Point, part.Name, field.Name, "", MemberKind.Opaque, settings.Stored);
            yield break;
        }

        var members = shape.Members.Where(member => member.Kind is not (MemberKind.Opaque or MemberKind.MediaPaths)).ToList();
        var isWhole = shape.IsOneValue || members.Count == 1;
        foreach (var member in members)
        {
            var suffix = member switch
            {
                { Kind: MemberKind.Terms } => ".Ids",
                { Name: "MediaTexts" } => ".MediaText",
                { Kind: MemberKind.Items } => "",
                _ => isWhole ? "" : "." + member.Name,
            };
            yield return new IndexedField(name + suffix, KindOf(member.Kind, field, settings), part.Name, field.Name, member.Name, member.Kind, settings.Stored);
        }
    }

    private static IndexedKind KindOf(MemberKind member, FieldDefinition field, LuceneContentIndexSettings settings) => member switch
    {
        MemberKind.Number => field.Settings.Json.Get("NumericFieldSettings").Get("Scale").AsNumber() is null or 0 ? IndexedKind.Whole : IndexedKind.Number,
        MemberKind.Flag => IndexedKind.Flag,
        MemberKind.Date or MemberKind.Moment => IndexedKind.Moment,
        MemberKind.Items or MemberKind.Terms => IndexedKind.Keyword,
        _ => Text(settings),
    };

    private static IndexedKind Text(LuceneContentIndexSettings settings) => settings.Keyword ? IndexedKind.Keyword : IndexedKind.Words;

    private static bool IsText(MemberKind kind) => kind is MemberKind.Text or MemberKind.Html or MemberKind.Markdown;
}
