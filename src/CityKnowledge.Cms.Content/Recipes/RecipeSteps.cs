using System.Text.Json;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>All steps by name.</summary>
public sealed class RecipeSteps
{
    private readonly Dictionary<string, RecipeStep> byName = new(StringComparer.OrdinalIgnoreCase);

    public RecipeSteps(IEnumerable<RecipeStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        foreach (var step in steps)
        {
            byName.Add(step.Name, step);
            foreach (var other in step.OtherNames) byName.Add(other, step);
        }
    }

    /// <summary>Every name a recipe may use.</summary>
    public IEnumerable<string> Names => byName.Keys.Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>The step that this JSON asks for; null when only Orchard knows it.</summary>
    /// <exception cref="RecipeException">Nobody knows it.</exception>
    internal RecipeStep? Find(JsonElement json, RecipePlace place)
    {
        if (json.Get("name") is not { ValueKind: JsonValueKind.String } name)
        {
            throw new RecipeException(place, "A step is an object with the member 'name' (in lower case) that says which step it is.");
        }

        if (byName.TryGetValue(name.GetString()!, out var step)) return step;
        return OrchardSteps.Contains(name.GetString()!)
            ? null
            : throw new RecipeException(place with { Path = place.Path + ".name" }, $"There is no step named '{name.GetString()}'. Known steps: {string.Join(", ", Names)}.");
    }
}
