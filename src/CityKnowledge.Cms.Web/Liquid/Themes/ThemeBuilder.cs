using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using CityKnowledge.Cms.Content;
using Fluid;
using Microsoft.AspNetCore.WebUtilities;

namespace CityKnowledge.Cms.Web.Liquid.Themes;

/// <summary>Reads themes from their folders.</summary>
internal sealed class ThemeBuilder(SiteFolders folders, ThemeParser parser, IEnumerable<LiquidFilter> filters, ILogger<ThemeBuilder> log)
{
    /// <summary>The names of the themes there are.</summary>
    public IReadOnlyList<string> List() => Directory.Exists(folders.Themes)
        ? [.. Directory.EnumerateDirectories(folders.Themes).Select(folder => Path.GetFileName(folder)).Order(StringComparer.OrdinalIgnoreCase)]
        : [];

    /// <summary>What a theme says of itself.</summary>
    /// <exception cref="TemplateException">The manifest cannot be read.</exception>
    public ThemeManifest ReadManifest(string id) => ThemeManifest.Read(TemplateSource.FolderNamed(folders.Themes, id)!);

    /// <summary>The theme with what it inherits; the product's own plain templates when the name is empty or unknown.</summary>
    public Theme Build(string? id)
    {
        var lineage = Lineage(id);
        var byShape = new Dictionary<string, ShapeTemplate>(StringComparer.OrdinalIgnoreCase);
        var byPath = new Dictionary<string, ShapeTemplate>(StringComparer.OrdinalIgnoreCase);
        var assets = new Dictionary<string, ThemeAsset>(StringComparer.OrdinalIgnoreCase);
        using var version = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var source in TemplateSource.Defaults().Concat(lineage.AsEnumerable().Reverse().SelectMany(TemplateSource.In)))
        {
            version.AppendData(Encoding.UTF8.GetBytes(source.Path + source.Text));
            var template = Parse(source);
            byShape[template.Shape] = template;
            byPath[source.Path] = template;
        }

        foreach (var (address, asset) in lineage.SelectMany(ThemeAsset.In))
        {
            version.AppendData(Encoding.UTF8.GetBytes(address + asset.Version));
            assets[address] = asset;
        }

        return new Theme(
            id ?? "",
            WebEncoders.Base64UrlEncode(version.GetHashAndReset().AsSpan(0, 9)),
            byShape.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
            assets.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
            Options(new ThemeIncludes(byPath.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase))));
    }

    /// <summary>Changes when a file of the theme or of a theme below it was added, removed or written.</summary>
    public long Stamp(string? id) => Lineage(id)
        .SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        .Aggregate(17L, (stamp, file) => unchecked((stamp * 31) + file.LastWriteTimeUtc.Ticks + file.FullName.Length));

    private List<string> Lineage(string? id)
    {
        var lineage = new List<string>();
        while (id is { Length: > 0 } && TemplateSource.FolderNamed(folders.Themes, id) is { } folder && !lineage.Contains(folder))
        {
            lineage.Add(folder);
            id = ThemeManifest.Read(folder).BaseTheme;
        }

        return lineage;
    }

    private ShapeTemplate Parse(TemplateSource source)
    {
        var shape = ShapeName.FromFile(source.Path);
        try
        {
            return new ShapeTemplate(shape, source.File, parser.Read(source.File, source.Text), null);
        }
        catch (TemplateException trouble)
        {
            log.LogError("The template {File} is no valid Liquid. {Reason}", source.File, trouble.Message);
            return new ShapeTemplate(shape, source.File, null, trouble);
        }
    }

    private TemplateOptions Options(ThemeIncludes includes)
    {
        var options = new TemplateOptions
        {
            FileProvider = includes,
            TemplateCache = includes,
            ModelNamesComparer = StringComparer.Ordinal,
            // Far more than the largest page needs; a template that loops by mistake ends here.
            MaxSteps = 2_000_000,
        };
        foreach (var filter in filters)
        {
            options.Filters.AddFilter(filter.Name, (input, arguments, context) => filter.ApplyAsync(input, arguments, (PageContext)context));
        }

        foreach (var (name, value) in Objects.ThemeObjects.All) options.Scope.SetValue(name, value);
        return options;
    }
}
