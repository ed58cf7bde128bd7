namespace CityKnowledge.Cms.Content.Parts;

/// <summary>All part kinds by name.</summary>
public sealed class PartKinds(IEnumerable<PartKind> kinds)
{
    private readonly Dictionary<string, PartKind> byName = kinds.ToDictionary(kind => kind.Name, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<PartKind> All => byName.Values.OrderBy(kind => kind.Name, StringComparer.Ordinal);

    public PartKind? Find(string name) => byName.GetValueOrDefault(name);
}
