using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Web.Liquid.Caching;
using CityKnowledge.Cms.Web.Liquid.Themes;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>A page being made for one request: what its templates share.</summary>
internal sealed class Page(HttpContext http, Theme theme, SiteDocument site, PageRights rights, ShapeRenderer renderer)
{
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    public HttpContext Http => http;
    public Theme Theme => theme;
    public SiteDocument Site => site;
    public TimeZoneInfo TimeZone { get; } = TimeZones.Find(site.TimeZoneId);

    public CultureInfo Culture { get; } = Cultures.Find(site);

    /// <summary>Who looks at it and what that person may see.</summary>
    public PageRights Rights => rights;
    public ShapeRenderer Renderer => renderer;

    /// <summary>Title, meta tags, links, styles and scripts.</summary>
    public PageHead Head { get; } = new();

    /// <summary>Name of the layout's alternate, without <c>Layout__</c>; null for the plain layout.</summary>
    public string? Layout { get; set; }

    /// <summary>What templates wrote into zones of the layout.</summary>
    public Dictionary<string, List<(string Position, string Html)>> Zones { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What <c>render_body</c> shows.</summary>
    public Utf8Writer? Body { get; set; }

    /// <summary>What browsers may load and run on the page.</summary>
    public PagePolicy Policy { get; } = new();

    /// <summary>How much templates asked for outside the place they stand in: in head, zones, notes and policy.</summary>
    public int Asked => Policy.Count + Head.Count + Notes.Count + Zones.Values.Sum(zone => zone.Count);

    /// <summary>Whether the page shows something that is not public. What is kept of public pages has no place in it, nor the other way round.</summary>
    public bool IsDraft { get; private set; }

    /// <summary>False when the page holds something made for one visitor only, such as a form token.</summary>
    public bool MayBeShared { get; set; } = true;

    /// <summary>Whether a stored query had a say: its index may lag a moment behind the content.</summary>
    public bool AskedQueries { get; set; }

    /// <summary>What templates noted for each other.</summary>
    public Dictionary<string, FluidValue> Notes { get; } = new(StringComparer.Ordinal);

    /// <summary>How deep shapes stand inside shapes.</summary>
    public int Depth { get; set; }

    /// <summary>The cache blocks being filled, innermost last.</summary>
    public Stack<CacheScope> CacheScopes { get; } = new();

    public void BecomeDraft() => (IsDraft, MayBeShared) = (true, false);

    public bool MayView(ContentItem item) => rights.MayView(item);
}
