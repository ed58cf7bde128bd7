using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Admin.AuditTrail.Comparison;

/// <summary>Takes a version apart into its values, in the order of the form; what the type does not know any more comes last.</summary>
internal sealed class VersionMembers(TypeCatalogue types, FieldKinds fields, PartKinds parts)
{
    public IEnumerable<VersionMember> Read(ContentItem version)
    {
        var type = types.Current.FindType(version.ContentType);
        var known = type?.Parts.SelectMany(part => Read(part, version.Part(part.Name))) ?? [];
        return known.Concat(Leftovers(type, version));
    }

    private IEnumerable<VersionMember> Read(PartOnType part, JsonElement value)
    {
        var own = parts.Find(part.Part.Name) is { } kind ? Members($"{part.Name}.", LabelOf(part), kind.Shape, value) : [];
        return own.Concat(part.Fields.SelectMany(field => Read(part, field, value.Get(field.Name))));
    }

    private IEnumerable<VersionMember> Read(PartOnType part, FieldDefinition field, JsonElement value)
    {
        var key = $"{part.Name}.{field.Name}";
        return fields.Find(field.Kind) is { } kind
            ? Members(key + ".", field.Label, kind.Shape, value)
            : [new VersionMember(key, field.Label, MemberKind.Opaque, value)];
    }

    // Built-in parts have technical names: "TitlePart" is the title.
    private static string LabelOf(PartOnType part) =>
        part.Label == part.Name && part.Name.EndsWith("Part", StringComparison.Ordinal) && part.Name.Length > 4 ? part.Name[..^4] : part.Label;

    // The first member stands for the whole field, so it needs no name of its own.
    private static IEnumerable<VersionMember> Members(string prefix, string label, FieldShape shape, JsonElement value) =>
        shape.Members.Select((member, place) => new VersionMember(prefix + member.Name, place == 0 ? label : $"{label}: {member.Name}", member.Kind, value.Get(member.Name)));

    private static IEnumerable<VersionMember> Leftovers(TypeDefinition? type, ContentItem version)
    {
        if (version.Content.ValueKind != JsonValueKind.Object) yield break;
        foreach (var part in version.Content.EnumerateObject())
        {
            if (type?.FindPart(part.Name) is null) yield return new VersionMember(part.Name, part.Name, MemberKind.Opaque, part.Value);
        }
    }
}
