using System.Collections.Frozen;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>All content types and parts at one moment; never changes.</summary>
public sealed class ContentTypes
{
    private readonly FrozenDictionary<string, TypeDefinition> types;
    private readonly FrozenDictionary<string, PartDefinition> parts;

    public ContentTypes(IEnumerable<TypeDefinition> types, IEnumerable<PartDefinition> parts)
    {
        this.types = types.ToFrozenDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);
        this.parts = parts.ToFrozenDictionary(part => part.Name, StringComparer.OrdinalIgnoreCase);
    }

    public static ContentTypes None { get; } = new([], []);

    /// <summary>In order of their names.</summary>
    public IEnumerable<TypeDefinition> Types => types.Values.OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>In order of their names.</summary>
    public IEnumerable<PartDefinition> Parts => parts.Values.OrderBy(part => part.Name, StringComparer.Ordinal);

    public TypeDefinition? FindType(string name) => types.GetValueOrDefault(name);

    public PartDefinition? FindPart(string name) => parts.GetValueOrDefault(name);
}
