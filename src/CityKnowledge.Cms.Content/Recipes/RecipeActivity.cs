using System.Globalization;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>A recipe that runs in the background, and where it stands.</summary>
public sealed class RecipeActivity(string recipe, bool isDryRun, string? by) : IProgress<RecipeProgress>
{
    private volatile RecipeProgress? progress;
    private volatile RecipeReport? report;

    /// <summary>That of the report it will have.</summary>
    public string Id => StartedUtc.Ticks.ToString(CultureInfo.InvariantCulture);

    public string Recipe => recipe;

    public bool IsDryRun => isDryRun;

    public string? By => by;

    public DateTime StartedUtc { get; } = DateTime.UtcNow;

    /// <summary>Null before the first step.</summary>
    public RecipeProgress? Progress => progress;

    /// <summary>Null while it runs.</summary>
    public RecipeReport? Report => report;

    public bool IsRunning => report is null;

    void IProgress<RecipeProgress>.Report(RecipeProgress value) => progress = value;

    internal void End(RecipeReport result) => report = result;
}
