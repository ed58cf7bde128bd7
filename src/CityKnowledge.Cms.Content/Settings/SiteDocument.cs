using System.Text.Json;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Settings;

/// <summary>What a recipe's <c>settings</c> and <c>themes</c> steps said about the site; never changes.</summary>
public sealed class SiteDocument(JsonElement json)
{
    /// <summary>The whole document: known members and one object per settings group.</summary>
    public JsonElement Json { get; } = json;

    /// <summary>Whether the site was set up.</summary>
    public bool Exists => Json.ValueKind == JsonValueKind.Object;

    public string SiteName => Json.Get("SiteName").AsText() is { Length: > 0 } name ? name : "CityKnowledge";

    /// <summary>IANA name of the time zone in which the site tells times.</summary>
    public string TimeZoneId => Json.Get("TimeZoneId").AsText() is { Length: > 0 } zone ? zone : "UTC";

    /// <summary>Public address of the site without trailing slash, or empty when nobody said it.</summary>
    public string BaseUrl => Json.Get("BaseUrl").AsText()?.TrimEnd('/') ?? "";

    public int PageSize => (int?)Json.Get("PageSize").AsNumber() ?? 10;

    /// <summary>Name of the theme for visitors, or null.</summary>
    public string? Theme => Json.Get("CurrentThemeName").AsText();

    /// <summary>The item shown at the root address, or null.</summary>
    public string? HomeItemId => Json.Get("HomeRoute").Get("ContentItemId").AsText();

    /// <summary>A settings group such as <c>LocalizationSettings</c>; kind Undefined when there is none.</summary>
    public JsonElement Group(string name) => Json.Get(name);
}
