using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;

namespace CityKnowledge.Cms.Web.RecipeSteps.Content;

/// <summary>Imports content items with their ids, flags and dates.</summary>
internal sealed class ContentStep : RecipeStep
{
    private const int BatchSize = 500;

    public override string Name => "content";

    public override async Task RunAsync(StepRun run, CancellationToken cancel)
    {
        var (member, data) = FindData(run);
        var versions = new HashSet<string>(StringComparer.Ordinal);
        var batch = new List<(ContentDraft Draft, string Path)>(BatchSize);
        var place = 0;
        foreach (var json in data.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{member}[{place}]");
            var draft = Read(run, json, path);
            if (draft.ContentItemVersionId is { } version && !versions.Add(version)) run.Warn($"{path}: the version '{version}' occurs twice; the second one was left out.");
            else batch.Add((draft, path));
            if (draft.ContentItemId is { } id) run.Remember(id, place);
            place++;
            if (batch.Count == BatchSize) await ImportAsync(run, batch, cancel);
        }

        await ImportAsync(run, batch, cancel);
    }

    private static (string Member, JsonElement Data) FindData(StepRun run)
    {
        foreach (var member in (string[])["data", "Data"])
        {
            if (run.Written.Get(member) is { ValueKind: JsonValueKind.Array } data) return (member, data);
        }

        throw run.Error("data", "The step needs an array 'data' of content items.");
    }

    private static ContentDraft Read(StepRun run, JsonElement json, string path)
    {
        try
        {
            return ContentDraft.FromJson(run.Evaluate(json, path));
        }
        catch (InvalidContentException trouble)
        {
            throw run.Error(Join(path, trouble.Problems[0].Path), trouble.Problems[0].Message, trouble);
        }
    }

    private static async Task ImportAsync(StepRun run, List<(ContentDraft Draft, string Path)> batch, CancellationToken cancel)
    {
        try
        {
            run.Count(await run.Session.Items.ImportAsync([.. batch.Select(item => item.Draft)], cancel));
            batch.Clear();
        }
        catch (InvalidContentException trouble)
        {
            throw Explain(run, batch, trouble);
        }
    }

    // The import counts inside its batch: "[3].Practice.Summary" becomes "data[503].Practice.Summary".
    private static RecipeException Explain(StepRun run, List<(ContentDraft Draft, string Path)> batch, InvalidContentException trouble)
    {
        var problem = trouble.Problems[0];
        var end = problem.Path.IndexOf(']', StringComparison.Ordinal);
        if (end < 0) return run.Error("", trouble.Message, trouble);
        var (draft, path) = batch[int.Parse(problem.Path.AsSpan(1, end - 1), CultureInfo.InvariantCulture)];
        var name = draft.DisplayText is { Length: > 0 } title ? $" (in {draft.ContentType} '{title}')" : "";
        return run.Error(path + problem.Path[(end + 1)..], problem.Message + name, trouble);
    }

    private static string Join(string path, string member) => member.Length == 0 ? path : $"{path}.{member}";
}
