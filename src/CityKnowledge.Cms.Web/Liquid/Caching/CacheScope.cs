namespace CityKnowledge.Cms.Web.Liquid.Caching;

/// <summary>A <c>cache</c> block being filled: how long it may live.</summary>
internal sealed class CacheScope
{
    /// <summary>Milliseconds from now; null for as long as the content stays.</summary>
    public long? Life { get; private set; }

    /// <summary>Whether reading it again keeps it longer.</summary>
    public bool IsSliding { get; private set; }

    public void ExpireAfter(TimeSpan time, bool isSliding)
    {
        var life = (long)time.TotalMilliseconds;
        if (Life is { } known && known <= life) return;
        (Life, IsSliding) = (life, isSliding);
    }
}
