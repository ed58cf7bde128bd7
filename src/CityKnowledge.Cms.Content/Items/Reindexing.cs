using CityKnowledge.Cms.Content.Changes;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>
/// Gives existing items the index rows of fields that were added to their type. It works in small transactions, so that
/// editors wait for nothing, and goes on where it stopped.
/// </summary>
public sealed class Reindexing(ContentSessions sessions, Store store) : ChangeConsumer
{
    private const int BatchSize = 200;

    public override string Name => "Reindexing";

    public override async Task ConsumeAsync(IReadOnlyList<ChangeRow> changes, CancellationToken cancel)
    {
        if (!changes.Any(IndexDebt.Concerns)) return;
        while (await WorkAsync(cancel)) await Task.Yield();
    }

    /// <summary>How many versions of a type still wait; 0 when lists can ask for everything.</summary>
    public async Task<int> CountWaitingAsync(string type, CancellationToken cancel = default)
    {
        await using var db = store.OpenRead();
        var row = await db.Settings.AsNoTracking().FirstOrDefaultAsync(setting => setting.Name == IndexDebt.SettingName, cancel);
        if (row is null) return 0;
        using var stored = System.Text.Json.JsonDocument.Parse(row.Body);
        if (!IndexDebt.Read(stored.RootElement).TryGetValue(type, out var done)) return 0;
        return await db.Versions.CountAsync(version => version.Kind == type && version.Id > done && (version.Latest || version.Published), cancel);
    }

    private async Task<bool> WorkAsync(CancellationToken cancel)
    {
        await using var session = await sessions.BeginAsync(Caller.Site, cancel);
        var debt = new IndexDebt(session);
        if ((await debt.ReadAsync(cancel)).FirstOrDefault() is not { Key: { } type, Value: var done }) return false;
        await session.RefreshTypesAsync(cancel);
        var rows = await session.Db.Versions.AsNoTracking().Where(row => row.Kind == type && row.Id > done && (row.Latest || row.Published))
            .OrderBy(row => row.Id).Take(BatchSize).ToListAsync(cancel);
        await session.Versions.ReindexAsync(rows, cancel);
        await debt.SetAsync(type, rows.Count < BatchSize ? null : rows[^1].Id, cancel);
        await session.CommitAsync(cancel);
        return true;
    }
}
