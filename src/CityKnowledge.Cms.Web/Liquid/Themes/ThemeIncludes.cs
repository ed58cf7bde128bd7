using System.Collections.Frozen;
using Fluid;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace CityKnowledge.Cms.Web.Liquid.Themes;

#pragma warning disable FLUID001 // The cache is how parsed templates are given to include and render without reading files again.

/// <summary>Gives the <c>include</c> and <c>render</c> tags the templates that the theme has parsed already.</summary>
internal sealed class ThemeIncludes(FrozenDictionary<string, ShapeTemplate> byPath) : IFileProvider, ITemplateCache
{
    private static readonly Known Present = new();

    /// <summary>Names come with or without extension, and with the views folder before them or not.</summary>
    public IFileInfo GetFileInfo(string subpath) => Find(subpath) is null ? new NotFoundFileInfo(subpath) : Present;

    public bool TryGetTemplate(string subpath, DateTimeOffset lastModified, out IFluidTemplate template)
    {
        template = Find(subpath)!.Ready;
        return true;
    }

    public void SetTemplate(string subpath, DateTimeOffset lastModified, IFluidTemplate template)
    {
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private ShapeTemplate? Find(string path)
    {
        if (byPath.TryGetValue(path, out var template)) return template;
        var name = path.TrimStart('/');
        if (name.EndsWith(".liquid", StringComparison.OrdinalIgnoreCase)) name = name[..^".liquid".Length];
        if (name.StartsWith("Views/", StringComparison.OrdinalIgnoreCase)) name = name["Views/".Length..];
        return byPath.GetValueOrDefault(name);
    }

    private sealed class Known : IFileInfo
    {
        public bool Exists => true;
        public long Length => 0;
        public string? PhysicalPath => null;
        public string Name => "";
        public DateTimeOffset LastModified => default;
        public bool IsDirectory => false;

        public Stream CreateReadStream() => Stream.Null;
    }
}
