using System.Text.Json;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Fields;

/// <summary>A kind of field. Everything the CMS does with fields follows from its <see cref="Shape"/>.</summary>
public abstract class FieldKind
{
    /// <summary>Orchard's name, such as <c>NumericField</c>.</summary>
    public abstract string Name { get; }

    public abstract FieldShape Shape { get; }

    /// <summary>Says what is wrong with a value. An absent field arrives as an element of kind Undefined.</summary>
    public virtual IEnumerable<string> Validate(FieldDefinition field, JsonElement value) => [];

    /// <summary>The message of every required field, in Orchard's words.</summary>
    protected static string RequiredMessage(FieldDefinition field) => $"A value is required for {field.Label}.";
}

/// <summary>All field kinds by name.</summary>
public sealed class FieldKinds(IEnumerable<FieldKind> kinds)
{
    private readonly Dictionary<string, FieldKind> byName = kinds.ToDictionary(kind => kind.Name, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<FieldKind> All => byName.Values.OrderBy(kind => kind.Name, StringComparer.Ordinal);

    public FieldKind? Find(string name) => byName.GetValueOrDefault(name);
}
