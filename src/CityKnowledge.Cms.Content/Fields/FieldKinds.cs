namespace CityKnowledge.Cms.Content.Fields;

/// <summary>All field kinds by name.</summary>
public sealed class FieldKinds(IEnumerable<FieldKind> kinds)
{
    private readonly Dictionary<string, FieldKind> byName = kinds.ToDictionary(kind => kind.Name, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<FieldKind> All => byName.Values.OrderBy(kind => kind.Name, StringComparer.Ordinal);

    public FieldKind? Find(string name) => byName.GetValueOrDefault(name);
}
