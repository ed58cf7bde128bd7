using System.Globalization;
using System.Text.Json.Serialization;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage.Rows;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>What a run of a recipe did, or would have done.</summary>
/// <param name="Items">Content items made, changed, or found as they were; nested recipes counted in.</param>
/// <param name="Warnings">What was left out or looks wrong without being an error.</param>
public sealed record RecipeReport(
    string Recipe, DateTime StartedUtc, TimeSpan Took, IReadOnlyList<StepReport> Steps, ImportCounts Items, IReadOnlyList<string> Warnings)
{
    /// <summary>By which a report is asked for.</summary>
    [JsonIgnore]
    public string Id => StartedUtc.Ticks.ToString(CultureInfo.InvariantCulture);

    /// <summary>User name of who ran it; null for the site itself.</summary>
    public string? By { get; init; }

    /// <summary>Whether everything was undone at the end.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Why nothing was applied; null when the run reached its end.</summary>
    public RecipeFailure? Failure { get; init; }

    /// <summary>What a dry run would have changed.</summary>
    public IReadOnlyList<RecipeChange> Changes { get; init; } = [];
}

/// <summary>What stopped a run, and where.</summary>
public sealed record RecipeFailure(string Reason, string? File, int? Step = null, string? StepName = null, string? Path = null);

/// <summary>Changes of one kind that a dry run would have made.</summary>
/// <param name="Kind">A content type, or the name of a setting.</param>
/// <param name="Titles">What some of the changed items are called.</param>
public sealed record RecipeChange(string Kind, ChangeKind What, int Count, IReadOnlyList<string> Titles);

/// <summary>One step of a run, nested recipes included, in the order of running.</summary>
/// <param name="Skipped">Why the step was skipped; null when it ran.</param>
public sealed record StepReport(string File, int Number, string Name, string? Skipped = null);

/// <summary>Where a run stands.</summary>
/// <param name="Step">Number of the step that begins, counted from 1.</param>
/// <param name="Steps">Steps of this recipe file.</param>
/// <param name="Items">Content items handled so far in the whole run.</param>
public sealed record RecipeProgress(string File, int Step, int Steps, string StepName, int Items);
