using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>What templates ask to have in the head of the page or before its end.</summary>
internal sealed class PageHead
{
    private readonly List<(string Position, string Text)> title = [];
    private readonly List<PageMeta> metas = [];
    private readonly List<string> links = [];
    private readonly List<PageResource> resources = [];

    /// <summary>How much templates asked for so far.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a piece of the title; it stands as the positions say, <c>before</c> and <c>after</c> included.</summary>
    public void AddTitle(string text, string position)
    {
        title.Add((position, text));
        Count++;
    }

    public string Title(string separator) =>
        string.Join(separator, title.Where(piece => piece.Text.Length > 0).OrderBy(piece => PositionKey.Parse(piece.Position)).Select(piece => piece.Text));

    /// <summary>Adds a meta tag beside others of its name.</summary>
    public void AddMeta(PageMeta meta)
    {
        metas.Add(meta);
        Count++;
    }

    /// <summary>Puts a meta tag in the place of another of its name.</summary>
    public void SetMeta(PageMeta meta)
    {
        var known = metas.FindIndex(other => other.IsNamed(meta.Name));
        if (known < 0) metas.Add(meta);
        else metas[known] = meta;
        Count++;
    }

    public PageMeta? FindMeta(string name) => metas.Find(meta => meta.IsNamed(name));

    public void AddLink(string html)
    {
        links.Add(html);
        Count++;
    }

    /// <summary>Adds a style or script once: by its name, else by its text.</summary>
    public void Add(PageResource resource)
    {
        if (!resources.Exists(known => known.Kind == resource.Kind && known.Name == resource.Name)) resources.Add(resource);
        Count++;
    }

    public IEnumerable<string> Metas => metas.Select(meta => meta.Html);
    public IEnumerable<string> Links => links;

    /// <summary>The styles or scripts of one kind, those on which others depend first.</summary>
    public IEnumerable<string> Resources(ResourceKind kind)
    {
        var wanted = resources.FindAll(resource => resource.Kind == kind);
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return wanted.SelectMany(resource => WithDependencies(resource, wanted, written));
    }

    private static IEnumerable<string> WithDependencies(PageResource resource, List<PageResource> all, HashSet<string> written)
    {
        if (!written.Add(resource.Name)) yield break;
        foreach (var name in resource.DependsOn)
        {
            if (all.Find(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } needed) continue;
            foreach (var html in WithDependencies(needed, all, written)) yield return html;
        }

        yield return resource.Html;
    }
}

/// <summary>Where a resource is written.</summary>
internal enum ResourceKind
{
    Stylesheet,
    HeadScript,
    FootScript,
}

/// <summary>A style sheet or script of a page.</summary>
/// <param name="Name">Its name; the HTML itself when it has none.</param>
internal sealed record PageResource(ResourceKind Kind, string Name, string Html, IReadOnlyList<string> DependsOn);

/// <summary>A meta tag of a page.</summary>
/// <param name="Name">Its name or property, or what else it says only once.</param>
internal sealed record PageMeta(string Name, string? Content, string Html)
{
    public bool IsNamed(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
