using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes;

/// <summary>The fields of a part, to be ordered and changed.</summary>
/// <param name="Stamp">Of the part; empty when it has never had a field.</param>
internal sealed record FieldList(string Part, string Stamp, IReadOnlyList<FieldDefinition> Fields)
{
    public static FieldList Of(Content.Types.ContentTypes types, string part) => types.FindPart(part) is { } known
        ? new FieldList(known.Name, DefinitionStamp.Of(known), known.Fields)
        : new FieldList(part, "", []);
}
