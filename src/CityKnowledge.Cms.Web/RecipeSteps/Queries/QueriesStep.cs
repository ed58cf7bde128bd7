using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Recipes;

namespace CityKnowledge.Cms.Web.RecipeSteps.Queries;

/// <summary>Stores queries under their names.</summary>
internal sealed class QueriesStep : RecipeStep
{
    private static readonly string[] NotYet = ["Sql", "Elasticsearch"];

    public override string Name => "Queries";

    public override async Task RunAsync(StepRun run, CancellationToken cancel)
    {
        if (run.Json.Get("Queries") is not { ValueKind: JsonValueKind.Array } incoming) throw run.Error("Queries", "The step needs an array 'Queries'.");
        var queries = StoredQuery.ReadAll(await run.Session.GetSettingAsync(StoredQuery.SettingName, cancel));
        var place = 0;
        foreach (var json in incoming.EnumerateArray())
        {
            if (Read(run, json, string.Create(CultureInfo.InvariantCulture, $"Queries[{place++}]")) is { } query) queries[query.Name] = query;
        }

        await run.Session.SetSettingAsync(StoredQuery.SettingName, StoredQuery.WriteAll(queries.Values), cancel);
    }

    private static StoredQuery? Read(StepRun run, JsonElement json, string path)
    {
        if (json.Get("Name").AsText() is not { Length: > 0 } name) throw run.Error($"{path}.Name", "A query needs a Name.");
        var source = json.Get("Source").AsText() ?? "";
        if (NotYet.Contains(source, StringComparer.OrdinalIgnoreCase))
        {
            run.Warn($"The query '{name}' is left out: queries of the source {source} are not supported yet.");
            return null;
        }

        if (!string.Equals(source, StoredQuery.Source, StringComparison.OrdinalIgnoreCase))
        {
            throw run.Error($"{path}.Source", $"The query '{name}' has the source '{source}'. Known sources: {StoredQuery.Source}, {string.Join(", ", NotYet)}.");
        }

        var query = StoredQuery.Read(json);
        return query.Template.Length > 0 ? query : throw run.Error($"{path}.Template", $"The query '{name}' needs a Template.");
    }
}
