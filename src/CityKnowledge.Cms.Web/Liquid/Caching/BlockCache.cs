using CityKnowledge.Cms.Web.Liquid.Shapes;
using CityKnowledge.Cms.Web.Settings;
using Microsoft.Extensions.Caching.Memory;

namespace CityKnowledge.Cms.Web.Liquid.Caching;

/// <summary>Keeps what <c>cache</c> blocks of templates made for visitors.</summary>
internal sealed class BlockCache(ContentClock clock, SiteSettings settings) : IDisposable
{
    private const long MostBytes = 32 * 1024 * 1024;
    private const int LargestKept = 65_536;

    // What an entry costs beside its HTML: key, entry and the table's share.
    private const int Overhead = 400;
    private readonly MemoryCache blocks = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>Whether blocks of the page may come from memory: rights decide what they show, so only visitors share them.</summary>
    public bool Serves(Page page) => settings.BlockCache && !page.IsDraft && page.Rights.Caller.UserId is null;

    /// <summary>The UTF-8 of a block, when it is still current.</summary>
    public byte[]? Find(string key, Page page)
    {
        if (!blocks.TryGetValue<Block>(key, out var block)) return null;
        var now = Environment.TickCount64;
        if (now < block!.Until && clock.IsFresh(block.Freshness))
        {
            if (block.Slides > 0) block.Until = now + block.Slides;
            page.AskedQueries |= block.AskedQueries;
            return block.Html;
        }

        blocks.Remove(key);
        return null;
    }

    /// <param name="begun">The clock's version before the block was begun.</param>
    public void Keep(string key, ReadOnlySpan<byte> html, CacheScope scope, long begun, bool askedQueries)
    {
        if (html.Length > LargestKept) return;
        var until = scope.Life is { } life ? Environment.TickCount64 + life : long.MaxValue;
        var block = new Block(html.ToArray(), clock.Judge(begun, askedQueries), scope.IsSliding ? scope.Life ?? 0 : 0, askedQueries) { Until = until };
        blocks.Set(key, block, new MemoryCacheEntryOptions { Size = html.Length + key.Length + Overhead });
    }

    public void Dispose() => blocks.Dispose();

    private sealed class Block(byte[] html, Freshness freshness, long slides, bool askedQueries)
    {
        public byte[] Html => html;
        public Freshness Freshness => freshness;
        public long Slides => slides;
        public bool AskedQueries => askedQueries;
        public long Until { get; set; }
    }
}
