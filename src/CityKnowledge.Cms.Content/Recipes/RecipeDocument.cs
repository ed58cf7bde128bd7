using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>A recipe in memory: what it says of itself, its variables and its steps.</summary>
public sealed class RecipeDocument : IDisposable
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 128 };
    private readonly JsonDocument json;

    private RecipeDocument(JsonDocument json, string file, RecipeFiles? files) => (this.json, File, Files) = (json, file, files);

    /// <summary>Name of the file, or what stands for it in messages.</summary>
    public string File { get; }

    /// <summary>The files it may use; null when the recipe did not come from a file.</summary>
    public RecipeFiles? Files { get; }

    public string? Name => Member("name").AsText();

    public string? DisplayName => Member("displayName").AsText();

    public string? Description => Member("description").AsText();

    public bool IsSetupRecipe => Member("issetuprecipe").AsFlag() ?? false;

    public IReadOnlyList<string> Tags => [.. Member("tags").AsTexts()];

    /// <summary>Object: name → expression.</summary>
    public JsonElement Variables => Member("variables");

    /// <summary>Array of objects.</summary>
    public JsonElement Steps => Member("steps");

    /// <exception cref="RecipeException">The text is no JSON, or no recipe; the message says line and position.</exception>
    public static RecipeDocument Parse(ReadOnlyMemory<byte> utf8, string file, RecipeFiles? files = null)
    {
        try
        {
            return Checked(new RecipeDocument(JsonDocument.Parse(WithoutMark(utf8), Lenient), file, files));
        }
        catch (JsonException broken)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {broken.LineNumber + 1}, position {broken.BytePositionInLine + 1}");
            throw new RecipeException(new RecipePlace(file), $"This is not valid JSON: {place}. {Reason(broken)}", broken);
        }
    }

    public void Dispose() => json.Dispose();

    private static RecipeDocument Checked(RecipeDocument recipe)
    {
        var place = new RecipePlace(recipe.File);
        if (recipe.json.RootElement.ValueKind != JsonValueKind.Object) throw new RecipeException(place, "A recipe is a JSON object with a member 'steps'.");
        if (recipe.Steps.ValueKind is not (JsonValueKind.Array or JsonValueKind.Undefined)) throw new RecipeException(place with { Path = "$.steps" }, "'steps' must be an array of objects.");
        if (recipe.Variables.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined)) throw new RecipeException(place with { Path = "$.variables" }, "'variables' must be an object: name and value.");
        return recipe;
    }

    private JsonElement Member(string name)
    {
        foreach (var member in json.RootElement.EnumerateObject())
        {
            if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)) return member.Value;
        }

        return default;
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? utf8[3..] : utf8;

    // The parser counts lines from 0 and people from 1: the place is said once, in people's numbers.
    private static string Reason(JsonException broken)
    {
        var tail = broken.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return tail < 0 ? broken.Message : broken.Message[..tail];
    }
}
