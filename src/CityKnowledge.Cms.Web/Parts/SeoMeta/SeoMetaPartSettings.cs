using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.SeoMeta;

/// <summary>Settings of a <see cref="SeoMetaPart"/>.</summary>
internal sealed class SeoMetaPartSettings
{
    [Setting("Ask for keywords")]
    public bool DisplayKeywords { get; set; }

    [Setting("Ask for other meta tags")]
    public bool DisplayCustomMetaTags { get; set; }

    [Setting("Ask for social networks")]
    public bool DisplayOpenGraph { get; set; }

    [Setting("Ask for X")]
    public bool DisplayTwitter { get; set; }

    [Setting("Ask for structured data")]
    public bool DisplayGoogleSchema { get; set; }
}
