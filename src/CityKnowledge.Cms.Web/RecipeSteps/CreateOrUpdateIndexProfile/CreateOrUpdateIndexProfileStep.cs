using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Search;
using CityKnowledge.Cms.Web.RecipeSteps.LuceneIndex;

namespace CityKnowledge.Cms.Web.RecipeSteps.CreateOrUpdateIndexProfile;

/// <summary>Defines or changes search indexes, in the form of newer Orchard versions.</summary>
internal sealed class CreateOrUpdateIndexProfileStep : RecipeStep
{
    public override string Name => "CreateOrUpdateIndexProfile";

    public override async Task RunAsync(StepRun run, CancellationToken cancel)
    {
        var definitions = await IndexDefinitions.GetAsync(run.Session, cancel);
        var profiles = run.Json.Get("indexes").ValueKind == JsonValueKind.Array ? run.Json.Get("indexes") : run.Json.Get("Indexes");
        if (profiles.ValueKind != JsonValueKind.Array) throw run.Error("indexes", "The step needs an array 'indexes'.");
        var place = 0;
        foreach (var profile in profiles.EnumerateArray())
        {
            Put(run, definitions, profile, string.Create(CultureInfo.InvariantCulture, $"indexes[{place++}]"));
        }

        await IndexDefinitions.SetAsync(run.Session, definitions, cancel);
    }

    private static void Put(StepRun run, List<IndexDefinition> definitions, JsonElement profile, string path)
    {
        var name = profile.Get("Name").AsText() ?? profile.Get("IndexName").AsText();
        var (provider, type) = (profile.Get("ProviderName").AsText() ?? "Lucene", profile.Get("Type").AsText() ?? "Content");
        if (provider != "Lucene" || type != "Content")
        {
            run.Warn($"The index '{name}' of {provider}, type {type}, is left out: only Lucene indexes of content are there.");
            return;
        }

        var at = definitions.FindIndex(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));
        var definition = IndexCheck.Read(run, name, Settings(profile.Get("Properties")), path);
        if (at < 0) definitions.Add(definition);
        else definitions[at] = definition with { Name = definitions[at].Name, Edition = definitions[at].Edition };
    }

    // The newer form spreads over two objects what the older one keeps in one.
    private static JsonElement Settings(JsonElement properties)
    {
        var settings = new JsonObject();
        foreach (var group in new[] { "ContentIndexMetadata", "LuceneContentIndexMetadata", "LuceneIndexMetadata" })
        {
            if (properties.Get(group) is not { ValueKind: JsonValueKind.Object } members) continue;
            foreach (var member in members.EnumerateObject()) settings[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }

        return JsonDocument.Parse(settings.ToJsonString()).RootElement;
    }
}
