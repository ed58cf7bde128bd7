namespace CityKnowledge.Cms.Web.Media;

/// <summary>How files of the media library are given to visitors.</summary>
/// <param name="Sizes">Widths and heights anyone may ask for; others need a token.</param>
/// <param name="BrowserCacheDays">How long browsers keep files.</param>
/// <param name="CacheSize">Most bytes of resized pictures kept on disk.</param>
internal sealed record MediaServing(IReadOnlySet<int> Sizes, int BrowserCacheDays, long CacheSize);
