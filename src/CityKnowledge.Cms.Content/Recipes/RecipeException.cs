using System.Globalization;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>Where in a recipe something is.</summary>
/// <param name="File">File name, or what stands for it when the recipe came by another way.</param>
/// <param name="Step">Number of the step, counted from 1; null when the trouble is not in a step.</param>
/// <param name="StepName">Name of the step as it is written.</param>
/// <param name="Path">JSON path below the recipe: <c>$.steps[2].data[7].City</c>.</param>
public sealed record RecipePlace(string File, int? Step = null, string? StepName = null, string? Path = null)
{
    public override string ToString()
    {
        var step = Step is { } number ? string.Create(CultureInfo.InvariantCulture, $", step {number} ({StepName})") : "";
        return $"{File}{step}{(Path is null ? "" : $", {Path}")}";
    }
}

/// <summary>A recipe is wrong; nothing of it was applied. The message says where, what, and what would be right.</summary>
public sealed class RecipeException(RecipePlace place, string reason, Exception? inner = null)
    : Exception($"{place}: {reason}", inner)
{
    public RecipePlace Place { get; } = place;

    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; } = reason;
}
