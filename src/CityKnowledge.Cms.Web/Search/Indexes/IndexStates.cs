using CityKnowledge.Cms.Content.Search;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Web.Search.Indexes;

/// <summary>Tells how the indexes of this node are doing.</summary>
internal sealed class IndexStates(SearchIndexes indexes, ChangeFeed feed) : IndexWatch
{
    public override IReadOnlyList<IndexState> List() => [.. indexes.All.OrderBy(index => index.Name, StringComparer.OrdinalIgnoreCase).Select(Describe)];

    private IndexState Describe(SearchIndex index)
    {
        var making = index.Progress is { } progress ? new IndexMaking(progress.Written, progress.Total) : index.NeedsBuilding ? new IndexMaking(0, 0) : null;
        if (index.Live is not { } live) return new IndexState(index.Definition, 0, 0, feed.LastSequence, 0, null, making);
        var cursor = live.Cursor;
        return new IndexState(index.Definition, live.Count, cursor, Math.Max(0, feed.LastSequence - cursor), SizeOf(live.Folder), live.BuiltUtc, making) { IsReady = true };
    }

    private static long SizeOf(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
        }
        catch (IOException)
        {
            // Files go while segments are merged; the next look is right.
            return 0;
        }
    }
}
