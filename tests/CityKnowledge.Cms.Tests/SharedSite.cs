namespace CityKnowledge.Cms.Tests;

/// <summary>A site shared by the tests of a class: derive, say the set-up, and name it as <c>IClassFixture</c>.</summary>
public abstract class SharedSite : IAsyncLifetime
{
    internal Site Site { get; private set; } = null!;

    private protected abstract SiteSetup Setup { get; }

    /// <summary>What the set-up needs that must be made first, such as a database.</summary>
    private protected virtual Task<SiteSetup> CompleteAsync(SiteSetup setup) => Task.FromResult(setup);

    public async ValueTask InitializeAsync() => Site = await Site.StartAsync(await CompleteAsync(Setup));

    public async ValueTask DisposeAsync()
    {
        if (Site is not null) await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
