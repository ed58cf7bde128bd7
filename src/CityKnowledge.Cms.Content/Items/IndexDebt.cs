using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Which types have items without index rows for a new field, and how far the work has come: type → last version row done.</summary>
internal sealed class IndexDebt(ContentSession session)
{
    public const string SettingName = "IndexDebt";

    /// <summary>Whether this change of the log says that there is work.</summary>
    public static bool Concerns(ChangeRow change) => change is { What: ChangeKind.Setting, DocumentId: SettingName };

    public static IReadOnlyDictionary<string, long> Read(JsonElement stored) => stored.ValueKind != JsonValueKind.Object
        ? new Dictionary<string, long>()
        : stored.EnumerateObject().ToDictionary(type => type.Name, type => type.Value.GetInt64(), StringComparer.OrdinalIgnoreCase);

    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(CancellationToken cancel) => Read(await session.GetSettingAsync(SettingName, cancel));

    /// <summary>Notes that the items of these types have to be indexed from the first one on.</summary>
    public async Task AddAsync(IReadOnlyCollection<string> types, CancellationToken cancel)
    {
        if (types.Count == 0) return;
        var there = await session.Db.Versions.Where(row => types.Contains(row.Kind) && (row.Latest || row.Published)).Select(row => row.Kind).Distinct().ToListAsync(cancel);
        var open = new Dictionary<string, long>(await ReadAsync(cancel), StringComparer.OrdinalIgnoreCase);
        foreach (var type in there) open[type] = 0;
        if (there.Count > 0) await WriteAsync(open, cancel);
    }

    /// <param name="lastRow">The last version row that was done; null when all are.</param>
    public async Task SetAsync(string type, long? lastRow, CancellationToken cancel)
    {
        var open = new Dictionary<string, long>(await ReadAsync(cancel), StringComparer.OrdinalIgnoreCase);
        if (lastRow is { } row) open[type] = row;
        else open.Remove(type);
        await WriteAsync(open, cancel);
    }

    private Task WriteAsync(Dictionary<string, long> open, CancellationToken cancel)
    {
        var json = new JsonObject();
        foreach (var (type, row) in open) json[type] = row;
        return session.SetSettingAsync(SettingName, json, cancel);
    }
}
