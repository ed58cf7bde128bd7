using CityKnowledge.Cms.Content.Lists;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Admin.Contents;

namespace CityKnowledge.Cms.Web.Admin.Start;

/// <summary>What the start page shows of the content, within the rights of the person.</summary>
internal sealed record StartContent(IReadOnlyList<ListRow> Drafts, IReadOnlyList<ListRow> Changed, IReadOnlyList<ListRow> Scheduled, IReadOnlyList<TypeCount> Counts);

/// <summary>Reads what the start page shows.</summary>
internal sealed class StartLists(ContentLists lists, ScheduledItems scheduled, ListCounts counts, ListRows rows)
{
    private const int Few = 8;

    public async Task<StartContent> ReadAsync(Caller caller, CancellationToken cancel) => new(
        await ListAsync(caller, new ListRequest { Status = ListStatus.Draft, Owner = "me" }, cancel),
        await ListAsync(caller, new ListRequest(), cancel),
        await rows.MakeAsync(caller, [.. (await scheduled.ListAsync(caller, Few, cancel)).Select(item => new ListedItem(item, item.Published))], cancel),
        await counts.CountAsync(caller, cancel));

    private async Task<IReadOnlyList<ListRow>> ListAsync(Caller caller, ListRequest request, CancellationToken cancel) =>
        await rows.MakeAsync(caller, (await lists.ListAsync(caller, request, Few, null, cancel)).Items, cancel);
}
