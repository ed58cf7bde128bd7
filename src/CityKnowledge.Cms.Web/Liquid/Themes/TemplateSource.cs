namespace CityKnowledge.Cms.Web.Liquid.Themes;

/// <summary>The text of a template and where it was found.</summary>
/// <param name="Path">Below the views folder, with slashes, without <c>.liquid</c>.</param>
/// <param name="File">For messages.</param>
internal sealed record TemplateSource(string Path, string File, string Text)
{
    private const string Extension = ".liquid";
    private const string DefaultsPrefix = "Defaults/";

    /// <summary>The templates in a theme's views folder; none when there is no such folder.</summary>
    public static IEnumerable<TemplateSource> In(string folder)
    {
        if (FolderNamed(folder, "views") is not { } views) yield break;
        foreach (var file in Directory.EnumerateFiles(views, "*" + Extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = System.IO.Path.GetRelativePath(views, file)[..^Extension.Length].Replace('\\', '/');
            var shown = System.IO.Path.GetRelativePath(System.IO.Path.GetDirectoryName(folder)!, file).Replace('\\', '/');
            yield return new TemplateSource(path, shown, System.IO.File.ReadAllText(file));
        }
    }

    /// <summary>The plain templates that come with the product, so that every type shows properly without a theme.</summary>
    public static IEnumerable<TemplateSource> Defaults()
    {
        var assembly = typeof(TemplateSource).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(DefaultsPrefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new TemplateSource(name[DefaultsPrefix.Length..^Extension.Length], name, reader.ReadToEnd());
        }
    }

    /// <summary>The folder below <paramref name="parent"/> with that name in any case.</summary>
    public static string? FolderNamed(string parent, string name) =>
        Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent).FirstOrDefault(folder => System.IO.Path.GetFileName(folder).Equals(name, StringComparison.OrdinalIgnoreCase))
            : null;
}
