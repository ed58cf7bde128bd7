namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>What <c>parameters('…')</c> gives: the site's name, the administrator, and what the set-up knows.</summary>
public sealed class RecipeParameters
{
    private readonly Dictionary<string, string?> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when there is no such parameter.</summary>
    public string? this[string name]
    {
        get => values.GetValueOrDefault(name);
        set => values[name] = value;
    }
}
