using System.Globalization;
using Lucene.Net.Analysis;

namespace CityKnowledge.Cms.Web.Search.Indexes;

/// <summary>The folder of one index: one sub-folder for each generation, the highest finished one is in use.</summary>
internal sealed class IndexFolder(string path, ILogger log)
{
    /// <summary>Opens the newest generation that is whole; null when there is none.</summary>
    public LuceneIndex? TryOpen(Analyzer analyzer)
    {
        foreach (var generation in Generations().OrderDescending())
        {
            var folder = PathOf(generation);
            try
            {
                if (LuceneIndex.TryOpen(folder, analyzer) is { } index) return index;
            }
            // Damaged files show in many ways: whatever it is, the index is made again from the database.
            catch (Exception trouble) when (IsDamage(trouble))
            {
                log.LogWarning(trouble, "The index in {Folder} is damaged and will be made again.", folder);
            }
        }

        return null;
    }

    /// <summary>A folder for a new generation.</summary>
    public string Next() => PathOf(Generations().DefaultIfEmpty(0).Max() + 1);

    /// <summary>Deletes every generation but this one; null deletes all.</summary>
    public void Clean(LuceneIndex? keep)
    {
        foreach (var folder in Generations().Select(PathOf).Where(folder => folder != keep?.Folder)) Delete(folder);
        if (keep is null) Delete(path);
    }

    /// <summary>Whether reading or writing failed because of the files.</summary>
    public static bool IsDamage(Exception trouble) =>
        trouble is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or IndexOutOfRangeException
            or OverflowException or NullReferenceException or NotSupportedException or KeyNotFoundException or OutOfMemoryException;

    private IEnumerable<int> Generations()
    {
        if (!Directory.Exists(path)) yield break;
        foreach (var folder in Directory.EnumerateDirectories(path))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var generation)) yield return generation;
        }
    }

    private string PathOf(int generation) => Path.Combine(path, generation.ToString("D6", CultureInfo.InvariantCulture));

    private void Delete(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(trouble, "The old index in {Folder} could not be deleted.", folder);
        }
    }
}
