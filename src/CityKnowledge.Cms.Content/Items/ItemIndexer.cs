using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Makes the index rows of a version from the shapes of its fields and parts.</summary>
public sealed class ItemIndexer(FieldKinds fields, PartKinds parts)
{
    public void Index(TypeDefinition type, JsonElement content, IndexRows rows)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var part in type.Parts) IndexPart(type, part, content.Get(part.Name), rows);
        var position = 0;
        foreach (var path in MediaUse.In(content)) rows.Text(MediaUse.Key, path, position++);
        // ContainedPart is put on items by their list, never attached to a type.
        if (type.FindPart("ContainedPart") is null && content.Get("ContainedPart") is { ValueKind: JsonValueKind.Object } contained)
        {
            var part = new PartOnType("ContainedPart", new PartDefinition("ContainedPart", SettingsBag.Empty, []), SettingsBag.Empty);
            IndexPart(type, part, contained, rows);
        }
    }

    /// <summary>The types whose items can be found by something they could not be found by before.</summary>
    public IReadOnlyList<string> ListWithNewKeys(ContentTypes before, ContentTypes after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. after.Types.Where(type => !KeysOf(type).ToHashSet().IsSubsetOf(before.FindType(type.Name) is { } former ? KeysOf(former) : [])).Select(type => type.Name)];
    }

    private IEnumerable<(string Key, MemberKind Kind)> KeysOf(TypeDefinition type)
    {
        foreach (var part in type.Parts)
        {
            if (parts.Find(part.Part.Name) is { } kind)
            {
                foreach (var member in kind.Shape.Members.Where(member => member.Indexed)) yield return (FieldKey.OfPart(type.Name, part.Name, member.Name), member.Kind);
            }

            foreach (var field in part.Fields)
            {
                if (fields.Find(field.Kind) is not { } fieldKind) continue;
                foreach (var member in fieldKind.Shape.Members.Where(member => member.Indexed)) yield return (FieldKey.Of(type.Name, part.Name, field.Name, member.Name), member.Kind);
            }
        }
    }

    private void IndexPart(TypeDefinition type, PartOnType part, JsonElement json, IndexRows rows)
    {
        if (parts.Find(part.Part.Name) is { } kind)
        {
            AddMembers(kind.Shape, member => FieldKey.OfPart(type.Name, part.Name, member), json, rows);
            kind.Index(part, json, rows);
        }

        foreach (var field in part.Fields)
        {
            if (fields.Find(field.Kind) is not { } fieldKind) continue;
            AddMembers(fieldKind.Shape, member => FieldKey.Of(type.Name, part.Name, field.Name, member), json.Get(field.Name), rows);
        }
    }

    // Single values get a row even when they are empty, so that a list sorted by them shows every item.
    private static void AddMembers(FieldShape shape, Func<string, string> keyOf, JsonElement json, IndexRows rows)
    {
        foreach (var member in shape.Members)
        {
            if (member.Indexed) Add(member.Kind, keyOf(member.Name), json.Get(member.Name), json, rows);
        }
    }

    private static void Add(MemberKind kind, string key, JsonElement value, JsonElement field, IndexRows rows)
    {
        switch (kind)
        {
            case MemberKind.Text: rows.Text(key, value.AsText()); break;
            case MemberKind.Number: rows.Number(key, value.AsNumber()); break;
            case MemberKind.Flag: rows.Flag(key, value.AsFlag()); break;
            case MemberKind.Date or MemberKind.Moment: rows.Moment(key, value.AsMoment()); break;
            case MemberKind.Time: rows.Moment(key, value.AsTime() is { } time ? new DateTime(time.Ticks, DateTimeKind.Utc) : null); break;
            case MemberKind.Texts: Each(value, (text, at) => rows.Text(key, text, at)); break;
            case MemberKind.Items: Each(value, (id, at) => rows.Reference(key, id, at)); break;
            case MemberKind.Terms:
                var taxonomy = field.Get("TaxonomyContentItemId").AsText();
                Each(value, (id, at) => rows.Term(key, id, taxonomy, at));
                break;
        }
    }

    private static void Each(JsonElement list, Action<string, int> add)
    {
        var position = 0;
        foreach (var text in list.AsTexts().Distinct(StringComparer.Ordinal)) add(text, position++);
    }
}
