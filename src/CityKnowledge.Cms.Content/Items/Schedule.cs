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
        return Differs(PublishPart, PublishMember) || Differs(ArchivePart, ArchiveMember);

        bool Differs(string part, string member)
        {
            var asked = draft.Content[part] is JsonObject json && json[member] is { } node ? JsonSerializer.SerializeToElement(node) : default;
            return asked.AsMoment() != known?.Part(part).Get(member).AsMoment();
        }
    }

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
            foreach (var id in await ListDueAsync(PublishPart, PublishMember, published: false, cancel)) await RunAsync(id, publish: true, cancel);
            foreach (var id in await ListDueAsync(ArchivePart, ArchiveMember, published: true, cancel)) await RunAsync(id, publish: false, cancel);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            log.LogError(trouble, "What was scheduled could not be done; trying again.");
        }
    }

    private async Task<List<string>> ListDueAsync(string part, string member, bool published, CancellationToken cancel)
    {
        var numbers = types.Current.Types.Where(type => type.FindPart(part) is not null)
            .Select(type => keys.Find(FieldKey.OfPart(type.Name, part, member))).OfType<int>().ToArray();
        if (numbers.Length == 0) return [];
        var now = DateTime.UtcNow;
        await using var db = store.OpenRead();
        var due = db.Moments.Where(row => numbers.Contains(row.KeyId) && row.Published == published && row.Value != null && row.Value <= now);
        return await due.Join(db.Versions.Where(row => row.Latest || row.Published), row => row.RowId, row => row.Id, (_, version) => version.DocumentId)
            .Distinct().ToListAsync(cancel);
    }

    // One transaction each: an item that cannot be published must not hold up the others.
    private async Task RunAsync(string contentItemId, bool publish, CancellationToken cancel)
    {
        await using var session = await sessions.BeginAsync(Caller.Site, cancel);
        try
        {
            await session.Items.ClearMomentAsync(contentItemId, publish ? PublishPart : ArchivePart, publish ? PublishMember : ArchiveMember, cancel);
            if (publish) await session.Items.PublishAsync(contentItemId, cancel);
            else await session.Items.UnpublishAsync(contentItemId, cancel);
            await session.CommitAsync(cancel);
        }
        catch (InvalidContentException trouble)
        {
            log.LogWarning("Item {Item} was due to be published but is not complete: {Problems}", contentItemId, trouble.Message);
            await GiveUpAsync(contentItemId, trouble, cancel);
        }
    }

    // Without this the same failure would come back every few seconds.
    private async Task GiveUpAsync(string contentItemId, InvalidContentException trouble, CancellationToken cancel)
    {
        await using var session = await sessions.BeginAsync(Caller.Site, cancel);
        await session.Items.ClearMomentAsync(contentItemId, PublishPart, PublishMember, cancel);
        session.Note("Content", "ScheduledPublishFailed", contentItemId, detail: trouble.Message);
        await session.CommitAsync(cancel);
    }
}
