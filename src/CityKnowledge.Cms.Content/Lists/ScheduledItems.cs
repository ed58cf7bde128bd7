using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Lists;

/// <summary>Lists what will be published or taken from public view by itself, soonest first, within the rights of the caller.</summary>
public sealed class ScheduledItems(Store store, ContentReader reader, ContentQueries queries, ScheduleKeys keys)
{
    public async Task<IReadOnlyList<ContentItem>> ListAsync(Caller caller, int take, CancellationToken cancel = default)
    {
        var numbers = keys.List();
        if (numbers.Length == 0) return [];
        bool[] flags = [true, false];
        await using var db = store.OpenRead();
        var visible = queries.Matching(db, new ContentQuery { Status = ContentStatus.Latest, Where = keys.VisibleTo(caller) });
        var planned = db.Moments.Where(row => numbers.Contains(row.KeyId) && flags.Contains(row.Published) && row.Latest && row.Value != null);
        var ids = await planned.Join(visible, row => row.RowId, version => version.Id, (row, version) => new { version.Id, row.Value })
            .OrderBy(found => found.Value).Take(take).Select(found => found.Id).ToListAsync(cancel);
        return await reader.ListRowsAsync([.. ids.Distinct()]);
    }
}

/// <summary>Under which keys moments of the schedule are stored.</summary>
public sealed class ScheduleKeys(TypeCatalogue types, FieldKeys keys, ListRights rights)
{
    internal int[] List() =>
        [
            .. types.Current.Types
                .SelectMany(type => new[] { FieldKey.OfPart(type.Name, Schedule.PublishPart, Schedule.PublishMember), FieldKey.OfPart(type.Name, Schedule.ArchivePart, Schedule.ArchiveMember) })
                .Select(keys.Find).OfType<int>(),
        ];

    internal Filter VisibleTo(Caller caller) => rights.On(caller, rights.ListTypes(caller));
}
