using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Publishes and unpublishes items within ten seconds of the time their editors set.</summary>
public sealed class Schedule(Store store, TypeCatalogue types, FieldKeys keys, ContentSessions sessions, ILogger<Schedule> log) : BackgroundService
{
    public const string PublishPart = "PublishLaterPart";
    public const string PublishMember = "ScheduledPublishUtc";
    public const string ArchivePart = "ArchiveLaterPart";
    public const string ArchiveMember = "ScheduledArchiveUtc";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Whether a draft asks for another time of publishing or unpublishing than the known version: that takes the right to do it.</summary>
    public static bool Changes(ContentDraft draft, ContentItem? known)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Asked(draft, PublishPart, PublishMember) != known?.PublishAt() || Asked(draft, ArchivePart, ArchiveMember) != known?.ArchiveAt();
    }

    /// <summary>The moments that a draft asks for anew and that have passed: what is planned must be to come.</summary>
    internal static IReadOnlyList<ContentProblem> FindPassed(ContentDraft draft, ContentItem? known)
    {
        var (publish, archive) = (Asked(draft, PublishPart, PublishMember), Asked(draft, ArchivePart, ArchiveMember));
        List<ContentProblem> passed = [];
        if (publish != known?.PublishAt() && HasPassed(publish)) passed.Add(Passed(PublishPart, PublishMember));
        if (archive != known?.ArchiveAt() && HasPassed(archive)) passed.Add(Passed(ArchivePart, ArchiveMember));
        return passed;
    }

    /// <summary>What is wrong when an item would be taken back as soon as it is published; else null.</summary>
    internal static ContentProblem? FindPassedEnd(DateTime? archiveAt) => HasPassed(archiveAt) ? Passed(ArchivePart, ArchiveMember) : null;

    internal static DateTime? Asked(ContentDraft draft, string part, string member) =>
        draft.Content[part] is JsonObject json && json[member] is { } node ? JsonSerializer.SerializeToElement(node).AsMoment() : null;

    // Forms know minutes: the one at hand means now.
    private static bool HasPassed(DateTime? moment) => moment < DateTime.UtcNow.AddMinutes(-1);

    private static ContentProblem Passed(string part, string member) => new($"{part}.{member}", $"That moment has passed. Choose one to come, or leave it empty.");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await RunDueAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site is closing; what is due waits for the next start.
        }
    }

    private async Task RunDueAsync(CancellationToken cancel)
    {
        try
        {
            foreach (var id in await ListDueAsync(PublishPart, PublishMember, [false], cancel)) await RunAsync(id, publish: true, cancel);
            foreach (var id in await ListDueAsync(ArchivePart, ArchiveMember, [true, false], cancel)) await RunAsync(id, publish: false, cancel);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            log.LogError(trouble, "What was scheduled could not be done; trying again.");
        }
    }

    // What the latest version says counts, as its form shows it: also when a published item has a draft.
    private async Task<List<string>> ListDueAsync(string part, string member, bool[] published, CancellationToken cancel)
    {
        var numbers = types.Current.Types.Where(type => type.FindPart(part) is not null)
            .Select(type => keys.Find(FieldKey.OfPart(type.Name, part, member))).OfType<int>().ToArray();
        if (numbers.Length == 0) return [];
        var now = DateTime.UtcNow;
        await using var db = store.OpenRead();
        var due = db.Moments.Where(row => numbers.Contains(row.KeyId) && published.Contains(row.Published) && row.Latest && row.Value != null && row.Value <= now);
        var items = due.Join(db.Versions.Where(row => row.Latest), row => row.RowId, row => row.Id, (_, version) => version.DocumentId);
        if (part == ArchivePart) items = items.Where(id => db.Versions.Any(version => version.DocumentId == id && version.Published));
        return await items.Distinct().ToListAsync(cancel);
    }

    // One transaction each: an item that cannot be published must not hold up the others.
    private async Task RunAsync(string contentItemId, bool publish, CancellationToken cancel)
    {
        try
        {
            await ActAsync(contentItemId, publish, cancel);
        }
        catch (InvalidContentException trouble)
        {
            log.LogWarning("Item {Item} was due to be published but is not complete: {Problems}", contentItemId, trouble.Message);
            await GiveUpAsync(contentItemId, trouble, cancel);
        }
    }

    private async Task ActAsync(string contentItemId, bool publish, CancellationToken cancel)
    {
        await using var session = await sessions.BeginAsync(Caller.Site, cancel);
        await session.Items.ClearMomentAsync(contentItemId, publish ? PublishPart : ArchivePart, publish ? PublishMember : ArchiveMember, cancel);
        if (publish) await session.Items.PublishAsync(contentItemId, cancel);
        else await session.Items.UnpublishAsync(contentItemId, cancel);
        await session.CommitAsync(cancel);
    }

    // Without this the same failure would come back every few seconds. One writes at a time: the attempt must have ended before.
    private async Task GiveUpAsync(string contentItemId, InvalidContentException trouble, CancellationToken cancel)
    {
        await using var session = await sessions.BeginAsync(Caller.Site, cancel);
        await session.Items.ClearMomentAsync(contentItemId, PublishPart, PublishMember, cancel);
        session.Note("Content", "ScheduledPublishFailed", contentItemId, detail: trouble.Message);
        await session.CommitAsync(cancel);
    }
}
