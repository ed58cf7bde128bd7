using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Lists;

/// <summary>An item in a list, with the number by which it is ordered.</summary>
internal sealed record ContainedPlace(string ContentItemId, double? Order);

/// <summary>Asks the database for what stands in a list: the latest versions, in the order of the list.</summary>
public sealed class ContainedRows(ContentQueries queries, FieldKeys keys, TypeCatalogue types)
{
    internal IEnumerable<TypeDefinition> Types => types.Current.Types;

    internal IQueryable<VersionRow> Of(StorageContext db, Container container, Filter? seen = null)
    {
        Filter contained = new RefersTo([container.Id], ContainedQueries.ListKey);
        return queries.Matching(db, new ContentQuery { Status = ContentStatus.Latest, Where = seen is null ? contained : new AllOf([contained, seen]) });
    }

    internal IQueryable<VersionRow> Sorted(StorageContext db, Container container, Filter? seen = null) =>
        ListOrder.Sort(Of(db, container, seen), Orders(db), container.IsOrdered);

    internal Task<List<ContainedPlace>> ListPlacesAsync(StorageContext db, Container container, CancellationToken cancel)
    {
        var orders = Orders(db);
        return Sorted(db, container).Select(row => new ContainedPlace(row.DocumentId, orders.Where(number => number.RowId == row.Id).Select(number => number.Value).FirstOrDefault())).ToListAsync(cancel);
    }

    internal Task<double?> LastOrderAsync(StorageContext db, Container container, CancellationToken cancel)
    {
        var contained = Of(db, container).Select(row => row.Id);
        return Orders(db).Where(number => contained.Contains(number.RowId)).MaxAsync(number => number.Value, cancel);
    }

    private IQueryable<NumberRow> Orders(StorageContext db)
    {
        int[] known = [.. Types.Select(type => keys.Find(FieldKey.OfPart(type.Name, Container.Contained, Container.Order))).OfType<int>()];
        return db.Numbers.Where(number => known.Contains(number.KeyId));
    }
}
