using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>Sums up what a dry run would change.</summary>
internal static class RecipeChanges
{
    private const int MostTitles = 10;

    public static async Task<IReadOnlyList<RecipeChange>> ListAsync(ContentSession session, CancellationToken cancel)
    {
        var changes = await session.RehearseAsync(cancel);
        var settings = changes.Where(change => change.What == ChangeKind.Setting).Select(change => change.DocumentId).Distinct(StringComparer.Ordinal)
            .Select(name => new RecipeChange(name, ChangeKind.Setting, 1, []));
        var summed = new List<RecipeChange>();
        foreach (var kind in Strongest(changes).GroupBy(change => (change.Kind, change.What)).OrderBy(kind => kind.Key.Kind, StringComparer.Ordinal))
        {
            var titles = await TitlesAsync(session, [.. kind.Take(MostTitles).Select(change => change.DocumentId)], cancel);
            summed.Add(new RecipeChange(kind.Key.Kind, kind.Key.What, kind.Count(), titles));
        }

        return [.. summed, .. settings.OrderBy(change => change.Kind, StringComparer.Ordinal)];
    }

    // An item that is saved and then published is published: each counts once, by the last thing that happens to it.
    private static IEnumerable<ChangeRow> Strongest(IReadOnlyList<ChangeRow> changes) => changes
        .Where(change => change.What != ChangeKind.Setting)
        .GroupBy(change => change.DocumentId, StringComparer.Ordinal)
        .Select(item => item.Last());

    private static async Task<IReadOnlyList<string>> TitlesAsync(ContentSession session, string[] ids, CancellationToken cancel) =>
        await session.Db.Versions.Where(row => ids.Contains(row.DocumentId) && row.Latest && row.Title != null)
            .OrderBy(row => row.Title).Select(row => row.Title!).ToListAsync(cancel);
}
