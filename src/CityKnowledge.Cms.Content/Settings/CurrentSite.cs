using System.Text.Json;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Settings;

/// <summary>The site's settings as of the last commit, kept in memory until someone changes them.</summary>
public sealed class CurrentSite
{
    public const string SettingName = "SiteSettings";
    private readonly Store store;
    private volatile SiteDocument? current;
    private int changes;

    public CurrentSite(Store store, ChangeFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        this.store = store;
        feed.Changed += Forget;
    }

    public ValueTask<SiteDocument> GetAsync(CancellationToken cancel = default) =>
        current is { } known ? ValueTask.FromResult(known) : new ValueTask<SiteDocument>(LoadAsync(cancel));

    private async Task<SiteDocument> LoadAsync(CancellationToken cancel)
    {
        var before = Volatile.Read(ref changes);
        await using var db = store.OpenRead();
        var row = await db.Settings.AsNoTracking().FirstOrDefaultAsync(setting => setting.Name == SettingName, cancel);
        var loaded = new SiteDocument(row is null ? default : JsonDocument.Parse(row.Body).RootElement);
        // A site that is not set up yet is asked again; so is one that changed while it was read.
        if (loaded.Exists && before == Volatile.Read(ref changes)) current = loaded;
        return loaded;
    }

    private void Forget(IReadOnlyList<ChangeRow> committed)
    {
        if (!committed.Any(change => change is { What: ChangeKind.Setting, DocumentId: SettingName })) return;
        Interlocked.Increment(ref changes);
        current = null;
    }
}
