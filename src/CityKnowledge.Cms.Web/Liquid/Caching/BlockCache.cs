using BitFaster.Caching.Lru;
using CityKnowledge.Cms.Web.Liquid.Shapes;

namespace CityKnowledge.Cms.Web.Liquid.Caching;

/// <summary>Keeps what <c>cache</c> blocks of templates made.</summary>
internal sealed class BlockCache(ContentClock clock)
{
    private const int BlocksKept = 10_000;
    private const int LargestKept = 65_536;
    private readonly ConcurrentLru<string, Block> blocks = new(BlocksKept);

    /// <summary>The UTF-8 of a block, when it is still current.</summary>
    public byte[]? Find(string key, Page page)
    {
        if (!blocks.TryGet(key, out var block)) return null;
        var now = Environment.TickCount64;
        if (now < block.Until && clock.IsFresh(block.Freshness))
        {
            if (block.Slides > 0) block.Until = now + block.Slides;
            page.AskedQueries |= block.AskedQueries;
            return block.Html;
        }

        blocks.TryRemove(key);
        return null;
    }

    /// <param name="begun">The clock's version before the block was begun.</param>
    public void Keep(string key, ReadOnlySpan<byte> html, CacheScope scope, long begun, bool askedQueries)
    {
        if (html.Length > LargestKept) return;
        var until = scope.Life is { } life ? Environment.TickCount64 + life : long.MaxValue;
        blocks.AddOrUpdate(key, new Block(html.ToArray(), clock.Judge(begun, askedQueries), scope.IsSliding ? scope.Life ?? 0 : 0, askedQueries) { Until = until });
    }

    private sealed class Block(byte[] html, Freshness freshness, long slides, bool askedQueries)
    {
        public byte[] Html => html;
        public Freshness Freshness => freshness;
        public long Slides => slides;
        public bool AskedQueries => askedQueries;
        public long Until { get; set; }
    }
}
