using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>The reports of the last runs, kept with the site.</summary>
public sealed class RecipeReports(Store store)
{
    private const string SettingName = "RecipeReports";
    private const int MostKept = 20;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<RecipeReport>> ListAsync(CancellationToken cancel = default)
    {
        await using var db = store.OpenRead();
        var row = await db.Settings.AsNoTracking().FirstOrDefaultAsync(setting => setting.Name == SettingName, cancel);
        return row is null ? [] : JsonSerializer.Deserialize<Kept>(row.Body)!.Reports;
    }

    /// <summary>The report, or null when there is none or it is no longer kept.</summary>
    public async Task<RecipeReport?> FindAsync(string id, CancellationToken cancel = default) => (await ListAsync(cancel)).FirstOrDefault(report => report.Id == id);

    internal static async Task AddAsync(ContentSession session, RecipeReport report, CancellationToken cancel)
    {
        var stored = await session.GetSettingAsync(SettingName, cancel);
        IReadOnlyList<RecipeReport> former = stored.ValueKind == JsonValueKind.Object ? stored.Deserialize<Kept>()!.Reports : [];
        await session.SetSettingAsync(SettingName, JsonSerializer.SerializeToNode(new Kept([report, .. former.Take(MostKept - 1)]))!, cancel);
    }

    private sealed record Kept(IReadOnlyList<RecipeReport> Reports);
}
