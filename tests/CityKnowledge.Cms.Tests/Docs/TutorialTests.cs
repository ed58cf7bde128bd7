using System.Text.Json;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Recipes;

namespace CityKnowledge.Cms.Tests.Docs;

/// <summary>Runs docs/tutorial.md on the demo site, from top to bottom, as its reader does.</summary>
public sealed partial class TutorialTests
{
    [Fact]
    public async Task The_tutorial_is_true_from_top_to_bottom()
    {
        await using var site = await Site.StartAsync(SiteSetup.Demo);
        var answer = default(JsonElement);
        var message = "";
        var blocks = Blocks().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "tutorial.md")));
        Assert.True(blocks.Count >= 10);
        foreach (var (kind, text) in blocks.Select(block => (block.Groups["kind"].Value, block.Groups["text"].Value)))
        {
            switch (kind)
            {
                case "graphql": answer = await site.PostGraphQlAsync(text); break;
                case "json": AssertHolds(JsonDocument.Parse(text).RootElement, answer, "$"); break;
                case "recipe": await site.RunRecipeAsync(text); break;
                case "broken-recipe": message = (await Assert.ThrowsAsync<RecipeException>(() => site.RunRecipeAsync(text))).Message; break;
                case "message": Assert.Contains(text.Trim(), message, StringComparison.Ordinal); break;
                default: Assert.Fail($"The tutorial has a block of kind '{kind}', which nobody runs."); break;
            }
        }

        Assert.Contains("Trees for school yards", await site.GetAsync("/grants/trees-for-school-yards"), StringComparison.Ordinal);
    }

    // What the page shows must be in the answer; the answer may hold more.
    private static void AssertHolds(JsonElement shown, JsonElement answer, string path)
    {
        Assert.True(shown.ValueKind == answer.ValueKind, $"{path}: {answer}");
        switch (shown.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in shown.EnumerateObject())
                {
                    Assert.True(answer.TryGetProperty(member.Name, out var value), $"{path}.{member.Name} is missing in {answer}");
                    AssertHolds(member.Value, value, $"{path}.{member.Name}");
                }

                break;
            case JsonValueKind.Array:
                Assert.True(shown.GetArrayLength() == answer.GetArrayLength(), $"{path}: {answer}");
                foreach (var (i, element) in shown.EnumerateArray().Index()) AssertHolds(element, answer[i], $"{path}[{i}]");
                break;
            default:
                Assert.Equal(shown.ToString(), answer.ToString());
                break;
        }
    }

    [GeneratedRegex(@"^```(?<kind>[a-z-]+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Blocks();
}
