using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage.Rows;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>How many items an import made, changed, or found as they were.</summary>
public sealed record ImportCounts(int Created, int Updated, int Unchanged)
{
    public static ImportCounts operator +(ImportCounts left, ImportCounts right) =>
        new(left.Created + right.Created, left.Updated + right.Updated, left.Unchanged + right.Unchanged);

    public static ImportCounts Add(ImportCounts left, ImportCounts right) => left + right;
}

/// <summary>The rules by which the <c>content</c> step takes items in: ids, flags and dates are kept.</summary>
internal sealed class ItemImport(VersionWriter writer, ContentSession session)
{
    private const int BatchSize = 50;

    public async Task<ImportCounts> RunAsync(IReadOnlyList<ContentDraft> items, CancellationToken cancel)
    {
        var counts = new ImportCounts(0, 0, 0);
        for (var start = 0; start < items.Count; start += BatchSize)
        {
            var batch = items.Skip(start).Take(BatchSize).Select((draft, i) => new Incoming(draft, start + i)).ToList();
            counts += await ImportBatchAsync(batch, cancel);
        }

        return counts;
    }

    private async Task<ImportCounts> ImportBatchAsync(List<Incoming> batch, CancellationToken cancel)
    {
        if (batch.Find(item => item.Draft.ContentItemId is null) is { } nameless) throw Wrong(nameless, "ContentItemId", $"A content item needs a ContentItemId.");
        // The same version twice in one import is taken once; the same item twice in one batch must see itself.
        batch = [.. batch.DistinctBy(item => item.Draft.ContentItemVersionId ?? $"#{item.Place}")];
        if (batch.DistinctBy(item => item.Draft.ContentItemId).Count() < batch.Count) return await OneByOneAsync(batch, cancel);

        var versions = await writer.VersionRowsAsync([.. batch.Select(item => item.Draft.ContentItemVersionId).OfType<string>()], cancel);
        var current = await writer.CurrentRowsAsync([.. batch.Select(item => item.Draft.ContentItemId!)], cancel);
        var known = versions.UnionBy(current, row => row.Id).ToLookup(row => row.DocumentId);
        var byVersion = versions.ToDictionary(row => row.VersionId);
        var changed = batch.Where(item => !IsUnchanged(item.Draft, byVersion)).ToList();
        foreach (var item in changed) await PrepareAsync(item, byVersion);
        await writer.PrefetchPathsAsync(changed.Select(PathOf).OfType<string>(), cancel);
        var inserted = new List<VersionRow>();
        foreach (var item in changed) await TakePathAsync(item, cancel);
        var ready = Ready(changed, byVersion);
        foreach (var item in ready) await WriteAsync(item, known[item.Draft.ContentItemId!].ToList(), inserted, cancel);
        await writer.InsertAsync(inserted, cancel);
        await writer.FlushAsync(cancel);
        return new ImportCounts(inserted.Count, changed.Count - inserted.Count, batch.Count - changed.Count);
    }

    private async Task<ImportCounts> OneByOneAsync(List<Incoming> batch, CancellationToken cancel)
    {
        var counts = new ImportCounts(0, 0, 0);
        foreach (var item in batch) counts += await ImportBatchAsync([item], cancel);
        return counts;
    }

    private static bool IsUnchanged(ContentDraft draft, Dictionary<string, VersionRow> byVersion)
    {
        if (draft.ContentItemVersionId is null || !byVersion.TryGetValue(draft.ContentItemVersionId, out var row)) return false;
        var merged = JsonNode.Parse(row.Body)!.AsObject();
        var stored = new ContentDraft { ContentType = row.Kind, Content = merged };
        stored.Merge(draft.Content);
        return JsonNode.DeepEquals(JsonNode.Parse(row.Body), merged)
            && row.Latest == draft.Latest && row.Published == draft.Published
            && (draft.DisplayText is null || draft.DisplayText == row.Title);
    }

    private async ValueTask PrepareAsync(Incoming item, Dictionary<string, VersionRow> byVersion)
    {
        var draft = item.Draft;
        if (draft.ContentItemVersionId is not null && byVersion.TryGetValue(draft.ContentItemVersionId, out var row)) TakeOver(draft, row);
        var now = DateTime.UtcNow;
        draft.CreatedUtc ??= now;
        draft.ModifiedUtc ??= now;
        if (draft.Published) draft.PublishedUtc ??= now;
        if (string.IsNullOrEmpty(draft.Owner)) draft.Owner = session.Caller.UserId;
        if (string.IsNullOrEmpty(draft.Author)) draft.Author = session.Caller.UserName;
        if (writer.FindType(draft.ContentType) is not { } type) return;
        try
        {
            await writer.PrepareAsync(type, draft);
        }
        catch (ContentDefinitionException trouble)
        {
            throw Wrong(item, "", $"{trouble.Message}");
        }
    }

    private static void TakeOver(ContentDraft draft, VersionRow row)
    {
        var stored = new ContentDraft { ContentType = row.Kind, Content = JsonNode.Parse(row.Body)!.AsObject() };
        stored.Merge(draft.Content);
        draft.Content = stored.Content;
        draft.DisplayText ??= row.Title;
        draft.CreatedUtc ??= row.CreatedUtc;
        draft.PublishedUtc ??= row.PublishedUtc;
    }

    // Checking items and finding what they are found by is half of the work and needs no database: every processor takes part.
    private ReadyItem[] Ready(List<Incoming> items, Dictionary<string, VersionRow> byVersion)
    {
        var ready = items.ConvertAll(item => item.Draft.ContentItemVersionId is { } id && byVersion.TryGetValue(id, out var row)
            ? new ReadyItem(item.Draft, row, IsNew: false)
            : new ReadyItem(item.Draft, writer.NewRow(item.Draft), IsNew: true)).ToArray();
        try
        {
            Parallel.ForEach(ready, Ready);
        }
        catch (AggregateException troubles)
        {
            ExceptionDispatchInfo.Throw(troubles.InnerExceptions[0]);
        }

        // The first one that is wrong is told, whoever came to it first.
        return Array.FindIndex(ready, item => item.Problems.Count > 0) is >= 0 and var wrong ? throw Wrong(items[wrong], ready[wrong].Problems) : ready;
    }

    private void Ready(ReadyItem item)
    {
        var type = writer.FindType(item.Draft.ContentType);
        item.Content = item.Draft.ToContent();
        if (type is not null) item.Problems = writer.Check(type, item.Content, complete: true);
        if (item.Problems.Count == 0) item.Index = writer.MakeIndex(item.Draft, type, item.Row, item.Content);
    }

    private async Task WriteAsync(ReadyItem item, List<VersionRow> known, List<VersionRow> inserted, CancellationToken cancel)
    {
        var (draft, target) = (item.Draft, item.Row);
        foreach (var other in known.Where(version => version != target)) GiveWay(other, draft);
        if (item.IsNew)
        {
            inserted.Add(target);
            target.Stamp = known.Select(version => version.Stamp).DefaultIfEmpty().Max();
        }
        else writer.Outdate(target);
        var claims = new List<ClaimedNames> { writer.Claim(target, item.Content, item.Index!) };
        claims.AddRange(known.Where(version => version != target && (version.Latest || version.Published)).Select(writer.ReindexedClaim));
        await writer.SetNamesAsync(draft.ContentItemId!, claims, known.Count == 0, cancel);
        writer.Record(target, draft.Published ? ChangeKind.Published : ChangeKind.Saved);
    }

    // The imported version decides: a new public version takes the flag from the old one, a new latest one from a local draft.
    private void GiveWay(VersionRow other, ContentDraft incoming)
    {
        var latest = other.Latest && !incoming.Latest;
        var published = other.Published && !incoming.Published;
        if (latest != other.Latest || published != other.Published) writer.SetFlags(other, latest, published);
    }

    private async Task TakePathAsync(Incoming item, CancellationToken cancel)
    {
        if ((item.Draft.Latest || item.Draft.Published) && await writer.TakePathAsync(item.Draft, isGiven: true, cancel) is { } problem) throw Wrong(item, [problem]);
    }

    private static string? PathOf(Incoming item) =>
        item.Draft.Content["AutoroutePart"]?["Path"] is JsonValue path && path.TryGetValue<string>(out var text) && text.Trim('/').Length > 0
            ? text.Trim('/').ToLowerInvariant()
            : null;

    private static InvalidContentException Wrong(Incoming item, string path, FormattableString message) =>
        Wrong(item, [new ContentProblem(path, message)]);

    private static InvalidContentException Wrong(Incoming item, IReadOnlyList<ContentProblem> problems) =>
        new([.. problems.Select(problem => problem with { Path = problem.Path.Length == 0 ? $"[{item.Place}]" : $"[{item.Place}].{problem.Path}" })]);

    private sealed record Incoming(ContentDraft Draft, int Place);

    /// <summary>An item with the row it goes into, what is wrong with it, and else all by which it is found.</summary>
    private sealed record ReadyItem(ContentDraft Draft, VersionRow Row, bool IsNew)
    {
        public JsonElement Content { get; set; }
        public IReadOnlyList<ContentProblem> Problems { get; set; } = [];
        public IndexRows? Index { get; set; }
    }
}
