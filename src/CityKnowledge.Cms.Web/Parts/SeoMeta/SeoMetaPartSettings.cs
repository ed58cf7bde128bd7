namespace CityKnowledge.Cms.Web.Parts.SeoMeta;

/// <summary>Settings of a <see cref="SeoMetaPart"/>.</summary>
internal sealed class SeoMetaPartSettings
{
    public bool DisplayKeywords { get; set; }
    public bool DisplayCustomMetaTags { get; set; }
    public bool DisplayOpenGraph { get; set; }
    public bool DisplayTwitter { get; set; }
    public bool DisplayGoogleSchema { get; set; }
}
