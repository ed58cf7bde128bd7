namespace CityKnowledge.Cms.Tests;

/// <summary>Makes the folder of a test's site.</summary>
internal static class SiteFolder
{
    public static string Create(SiteSetup setup)
    {
        var folder = Path.Combine(Path.GetTempPath(), "cityknowledge-tests", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        if (setup.Theme.Count == 0) Link(folder, "Themes");
        else Write(Path.Combine(folder, "Themes", "Test"), setup.Theme);
        if (setup.Files is null) Link(folder, "Recipes");
        else Write(Path.Combine(folder, "Recipes"), setup.Files);
        return folder;
    }

    private static void Link(string folder, string name)
    {
        var target = Path.Combine(Repository.Root, name);
        if (Directory.Exists(target)) Directory.CreateSymbolicLink(Path.Combine(folder, name), target);
    }

    private static void Write(string folder, IReadOnlyDictionary<string, string> files)
    {
        foreach (var (name, text) in files)
        {
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
