namespace CityKnowledge.Cms.Tests.Docs;

/// <summary>Keeps docs/reference the same as the code.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public async Task The_reference_says_what_the_code_does()
    {
        await using var site = await Site.StartAsync();
        var folder = Path.Combine(Repository.Root, "docs", "reference");
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in new ReferencePages(site.Services).All)
        {
            var file = Path.Combine(folder, name);
            if (Environment.GetEnvironmentVariable("CITYKNOWLEDGE_WRITE_REFERENCE") == "1") await File.WriteAllTextAsync(file, text);
            Assert.True(File.Exists(file) && await File.ReadAllTextAsync(file) == text, $"{file} is out of date. Run the tests with CITYKNOWLEDGE_WRITE_REFERENCE=1 and commit what changed.");
        }
    }
}
