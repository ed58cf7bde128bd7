using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = System.IO.Directory;

namespace CityKnowledge.Cms.Web.Search.Indexes;

/// <summary>
/// One generation of an index on disk, open for reading and writing. The place in the change log is written in the same
/// commit as the documents, so that both survive a crash together.
/// </summary>
internal sealed class LuceneIndex : IDisposable
{
    private const string CursorKey = "cursor";
    private const string SignatureKey = "signature";
    private const string BuiltKey = "built";
    private const double MemoryInMegabytes = 32;
    private readonly FSDirectory directory;
    private readonly IndexWriter writer;
    private readonly SearcherManager searchers;
    private readonly System.Threading.Lock committing = new();
    private long cursor;
    private long committedCursor;

    private LuceneIndex(string folder, Analyzer analyzer, string signature, bool create)
    {
        (Folder, Signature) = (folder, signature);
        directory = FSDirectory.Open(folder);
        try
        {
            var settings = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
            {
                RAMBufferSizeMB = MemoryInMegabytes,
                OpenMode = create ? OpenMode.CREATE : OpenMode.APPEND,
            };
            writer = new IndexWriter(directory, settings);
            searchers = new SearcherManager(writer, applyAllDeletes: true, new Searchers());
        }
        catch
        {
            writer?.Rollback();
            directory.Dispose();
            throw;
        }
    }

    public string Folder { get; }

    /// <summary>Says by which rules the documents were made.</summary>
    public string Signature { get; private set; }

    /// <summary>When it was begun; null for an index of an older version of the program.</summary>
    public DateTime? BuiltUtc { get; private set; }

    /// <summary>The last change of the log that the index holds.</summary>
    public long Cursor => Interlocked.Read(ref cursor);

    public bool IsChanged => Cursor != Interlocked.Read(ref committedCursor);

    public int Count => writer.NumDocs;

    public static LuceneIndex Create(string folder, Analyzer analyzer, string signature)
    {
        Directory.CreateDirectory(folder);
        return new LuceneIndex(folder, analyzer, signature, create: true) { BuiltUtc = DateTime.UtcNow };
    }

    /// <summary>Opens a finished generation; null when the folder holds none.</summary>
    /// <exception cref="IOException">The files are damaged.</exception>
    public static LuceneIndex? TryOpen(string folder, Analyzer analyzer)
    {
        using (var files = FSDirectory.Open(folder))
        {
            if (!DirectoryReader.IndexExists(files)) return null;
        }

        var index = new LuceneIndex(folder, analyzer, "", create: false);
        if (index.writer.CommitData.TryGetValue(CursorKey, out var text) && index.writer.CommitData.TryGetValue(SignatureKey, out var signature)
            && long.TryParse(text, CultureInfo.InvariantCulture, out var cursor))
        {
            (index.cursor, index.committedCursor, index.Signature) = (cursor, cursor, signature);
            if (index.writer.CommitData.TryGetValue(BuiltKey, out var built) && long.TryParse(built, CultureInfo.InvariantCulture, out var ticks) && ticks > 0) index.BuiltUtc = new DateTime(ticks, DateTimeKind.Utc);
            return index;
        }

        index.Dispose();
        return null;
    }

    public void Add(Document document) => writer.AddDocument(document);

    public void Put(string contentItemId, Document document) => writer.UpdateDocument(IdTerm(contentItemId), document);

    public void Remove(string contentItemId) => writer.DeleteDocuments(IdTerm(contentItemId));

    /// <summary>Says how far the log has been followed; what was written until now belongs to it.</summary>
    public void MoveTo(long sequence) => Interlocked.Exchange(ref cursor, sequence);

    /// <summary>Lets searches see what was written.</summary>
    public void Refresh() => searchers.MaybeRefreshBlocking();

    /// <summary>Makes it durable.</summary>
    /// <param name="signature">The rules in force, when they changed in a way that left every document right.</param>
    public void Commit(string? signature = null)
    {
        lock (committing)
        {
            Signature = signature ?? Signature;
            var now = Cursor;
            writer.SetCommitData(new Dictionary<string, string>
            {
                [CursorKey] = now.ToString(CultureInfo.InvariantCulture),
                [SignatureKey] = Signature,
                [BuiltKey] = (BuiltUtc?.Ticks ?? 0).ToString(CultureInfo.InvariantCulture),
            });
            writer.Commit();
            Interlocked.Exchange(ref committedCursor, now);
        }
    }

    /// <summary>A view to search in; dispose it when done.</summary>
    public Lease Acquire() => new(searchers, (NumberedSearcher)searchers.Acquire());

    /// <summary>Reads every file and compares checksums.</summary>
    /// <exception cref="IOException">A file is damaged.</exception>
    public void CheckFiles()
    {
        using var lease = Acquire();
        foreach (var leaf in lease.Searcher.IndexReader.Leaves) leaf.AtomicReader.CheckIntegrity();
    }

    /// <summary>Whether the files are still where they were written.</summary>
    public bool HasFiles() => Directory.Exists(Folder) && Directory.EnumerateFiles(Folder, "segments_*").Any();

    /// <summary>Closes without a commit: nothing after the last commit is kept.</summary>
    public void Dispose()
    {
        searchers.Dispose();
        try
        {
            writer.Rollback();
        }
        catch (IOException)
        {
            // The folder is gone; there is nothing left to undo.
        }

        directory.Dispose();
    }

    private static Term IdTerm(string contentItemId) => new(Documents.ItemFields.ContentItemId, contentItemId);

    /// <summary>Holds a view open while it is searched.</summary>
    internal readonly struct Lease(SearcherManager searchers, NumberedSearcher searcher) : IDisposable
    {
        public NumberedSearcher Searcher => searcher;

        public void Dispose() => searchers.Release(searcher);
    }

    private sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new NumberedSearcher(reader);
    }
}
