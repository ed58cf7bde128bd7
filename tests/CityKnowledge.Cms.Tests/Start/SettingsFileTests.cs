using System.Text.Json;
using CityKnowledge.Cms.Tests.Architecture;
using CityKnowledge.Cms.Web;
using CityKnowledge.Cms.Web.Settings;

namespace CityKnowledge.Cms.Tests.Start;

/// <summary>The file of settings shows all of them: whoever wants to change one finds it there.</summary>
public sealed class SettingsFileTests
{
    private const string Orchard = "OrchardCore:OrchardCore_";
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    [Theory]
    [InlineData("Database")]
    [InlineData("Site")]
    [InlineData("Cache")]
    [InlineData("Accounts")]
    [InlineData(Orchard + "Email_Smtp")]
    [InlineData(Orchard + "ReverseProxy")]
    [InlineData(Orchard + "Media")]
    [InlineData(Orchard + "Apis_GraphQL")]
    public void Every_key_of_a_section_is_shown(string section)
    {
        var refusal = Assert.Throws<SettingException>(() => Composition.Build([$"--{section}:Misspelt=1"], Repository.Root, TextWriter.Null)).Message;
        var known = refusal[(refusal.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.').Split(", ");

        Assert.Equal(known.Order(StringComparer.Ordinal), Find(section).EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "ORCHARD_APP_DATA")]
    [InlineData("", "NewSignInLink")]
    [InlineData(Orchard + "AutoSetup:Tenants", "DatabaseProvider")]
    [InlineData(Orchard + "AutoSetup:Tenants", "DatabaseConnectionString")]
    public void Keys_outside_of_such_sections_are_shown_too(string section, string key) => Assert.True(Find(section).TryGetProperty(key, out _));

    private static JsonElement Find(string section)
    {
        var place = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "appsettings.json")), WithComments).RootElement;
        foreach (var name in section.Split(':', StringSplitOptions.RemoveEmptyEntries)) place = place.GetProperty(name);
        return place.ValueKind == JsonValueKind.Array ? place[0] : place;
    }
}
