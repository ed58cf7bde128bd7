using System.Text.Json;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>One step being run: what it says, what it may change, and where it stands.</summary>
public sealed class StepRun
{
    private readonly RecipeRun run;
    private readonly RecipeDocument recipe;
    private readonly RecipeEvaluation evaluation;
    private JsonElement? evaluated;

    internal StepRun(RecipeRun run, RecipeDocument recipe, RecipeEvaluation evaluation, RecipePlace place, JsonElement written)
    {
        (this.run, this.recipe, this.evaluation) = (run, recipe, evaluation);
        (Place, Written) = (place, written);
    }

    public RecipePlace Place { get; }

    /// <summary>The step as it is written, expressions and all. For steps with thousands of entries: see <see cref="Evaluate"/>.</summary>
    public JsonElement Written { get; }

    /// <summary>The step with all its expressions evaluated.</summary>
    public JsonElement Json => evaluated ??= evaluation.Evaluate(Written, Place);

    /// <summary>Changes go here; they are committed when the whole recipe has run.</summary>
    public ContentSession Session => run.Session;

    public RecipeParameters Parameters => run.Parameters;

    /// <summary>The files beside the recipe; null when it did not come from a file.</summary>
    public RecipeFiles? Files => recipe.Files;

    /// <summary>Recipes to be run right after this step.</summary>
    internal List<(string Name, string Path)> Following { get; } = [];

    /// <summary>Evaluates the expressions of a part of <see cref="Written"/>.</summary>
    /// <param name="path">Where that part is, below the step: <c>data[7]</c>.</param>
    public JsonElement Evaluate(JsonElement part, string path) => evaluation.Evaluate(part, Place with { Path = $"{Place.Path}.{path}" });

    /// <summary>An error of this step, ready to be thrown.</summary>
    /// <param name="path">Below the step: <c>data[7].City</c>; empty for the step itself.</param>
    /// <param name="reason">What is wrong and what would be right.</param>
    public RecipeException Error(string path, string reason, Exception? inner = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var dot = path.Length == 0 || path[0] == '[' ? "" : ".";
        return new RecipeException(Place with { Path = $"{Place.Path}{dot}{path}" }, reason, inner);
    }

    /// <summary>Adds a line to the report.</summary>
    public void Warn(string warning) => run.Warnings.Add($"{Place}: {warning}");

    /// <summary>Adds to the counts of the report and the progress.</summary>
    public void Count(ImportCounts counts) => run.Count(counts);

    /// <summary>Remembers where an item came from, for messages about what it points to.</summary>
    public void Remember(string contentItemId, int place) => run.Remember(contentItemId, this, place);

    /// <summary>Runs another recipe right after this step.</summary>
    public void RunAfterwards(string recipeName, string path) => Following.Add((recipeName, path));

    /// <summary>Runs at the end, whether the recipe was committed or not.</summary>
    public void CleanUp(Action action) => run.CleanUp(action);
}
