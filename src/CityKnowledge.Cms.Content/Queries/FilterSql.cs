using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;

namespace CityKnowledge.Cms.Content.Queries;

/// <summary>Turns a <see cref="Filter"/> into a condition on version rows that EF Core translates to one SQL statement.</summary>
internal sealed class FilterSql(StorageContext db, FieldKeys keys, ContentStatus status)
{
    // The indexes of the value tables have the flag before the value, so a condition always says something about it.
    private readonly bool[] flags = status == ContentStatus.Published ? [true] : [true, false];

    public Expression<Func<VersionRow, bool>> Translate(Filter filter) => filter switch
    {
        AllOf all => Combine(all.Filters, Expression.AndAlso, whenEmpty: true),
        AnyOf any => Combine(any.Filters, Expression.OrElse, whenEmpty: false),
        Not not => Negate(Translate(not.Filter)),
        ColumnIs column => OnColumn(column),
        FieldIs field => OnField(field),
        PathIs path => OnPath(path),
        AliasIs alias => OnAlias(alias),
        TaggedWith tagged => OnTerms(tagged),
        RefersTo refers => OnReferences(refers),
        TitleIs title => OnTitles(title),
        IsPublic => OnPublic(),
        _ => throw new ArgumentException($"The filter {filter.GetType().Name} is not known.", nameof(filter)),
    };

    private Expression<Func<VersionRow, bool>> OnColumn(ColumnIs filter) => filter.Column switch
    {
        ItemColumn.ContentItemId => On(row => row.DocumentId, Compare.Texts(filter.Comparison, filter.Values, fold: false)),
        ItemColumn.ContentItemVersionId => On(row => row.VersionId, Compare.Texts(filter.Comparison, filter.Values, fold: false)),
        ItemColumn.ContentType => On(row => row.Kind, Compare.Texts(filter.Comparison, filter.Values, fold: false)),
        ItemColumn.DisplayText => On(row => row.TitleKey, Compare.Texts(filter.Comparison, filter.Values, ordinal: true)),
        ItemColumn.Owner => On(row => row.Owner, Compare.Texts(filter.Comparison, filter.Values, fold: false)),
        ItemColumn.Author => On(row => row.Author, Compare.Texts(filter.Comparison, filter.Values, fold: false)),
        ItemColumn.CreatedUtc => On(row => row.CreatedUtc, Compare.Values<DateTime>(filter.Comparison, filter.Values)),
        ItemColumn.ModifiedUtc => On(row => row.ModifiedUtc, Compare.Values<DateTime>(filter.Comparison, filter.Values)),
        ItemColumn.PublishedUtc => On(row => row.PublishedUtc, Compare.Values<DateTime>(filter.Comparison, filter.Values)),
        ItemColumn.Published => On(row => (bool?)row.Published, Compare.Values<bool>(filter.Comparison, filter.Values)),
        _ => On(row => (bool?)row.Latest, Compare.Values<bool>(filter.Comparison, filter.Values)),
    };

    private Expression<Func<VersionRow, bool>> OnField(FieldIs filter)
    {
        var key = keys.Find(filter.Key) ?? -1;
        return filter.Kind switch
        {
            MemberKind.Number => Exists(db.Numbers, key, Of<NumberRow, double?>(row => row.Value), Compare.Values<double>(filter.Comparison, [.. filter.Values.Select(AsDouble)])),
            MemberKind.Flag => Exists(db.Flags, key, Of<FlagRow, bool?>(row => row.Value), Compare.Values<bool>(filter.Comparison, filter.Values)),
            MemberKind.Date or MemberKind.Moment => Exists(db.Moments, key, Of<MomentRow, DateTime?>(row => row.Value), Compare.Values<DateTime>(filter.Comparison, filter.Values)),
            MemberKind.Time => Exists(db.Moments, key, Of<MomentRow, DateTime?>(row => row.Value), Compare.Values<DateTime>(filter.Comparison, [.. filter.Values.Select(AsTimeOfDay)])),
            _ => OnText(key, filter),
        };
    }

    // Whole comparisons can use the indexed head alone; parts of a text are looked for in the whole.
    private Expression<Func<VersionRow, bool>> OnText(int key, FieldIs filter)
    {
        var compare = Compare.Texts(filter.Comparison, filter.Values, ordinal: true);
        return Exists(db.Texts, key, NeedsWhole(filter) ? Of<TextRow, string?>(row => row.Whole ?? row.Value) : Of<TextRow, string?>(row => row.Value), compare);
    }

    private static bool NeedsWhole(FieldIs filter) =>
        filter.Comparison is not (Comparison.Equal or Comparison.In or Comparison.StartsWith)
        || filter.Values.Any(value => value is string { Length: >= TextRow.IndexedLength });

    private Expression<Func<VersionRow, bool>> Exists<TRow, TValue>(
        IQueryable<TRow> rows, int key, Expression<Func<TRow, TValue>> value, Expression<Func<TValue, bool>> compare)
        where TRow : ValueRow
    {
        return Among(rows.Where(row => row.KeyId == key).Where(Chain(value, compare)));
    }

    // A list of ids costs at most a scan of one index range; a correlated EXISTS may cost that for every item.
    private Expression<Func<VersionRow, bool>> Among<TRow>(IQueryable<TRow> rows)
        where TRow : ValueRow
    {
        var matching = rows.Where(row => flags.Contains(row.Published));
        return version => matching.Select(row => row.RowId).Contains(version.Id);
    }

    private Expression<Func<VersionRow, bool>> OnPath(PathIs filter)
    {
        var compare = Chain(Of<PathRow, string?>(row => row.Path), Compare.Texts(filter.Comparison, [.. filter.Values]));
        var matching = db.Paths.Where(row => row.State != PathState.Former && row.ContainedId == "").Where(compare);
        return version => matching.Select(row => row.DocumentId).Contains(version.DocumentId);
    }

    private Expression<Func<VersionRow, bool>> OnAlias(AliasIs filter)
    {
        var compare = Chain(Of<AliasRow, string?>(row => row.Alias), Compare.Texts(filter.Comparison, [.. filter.Values]));
        var matching = db.Aliases.Where(compare);
        return version => matching.Select(row => row.DocumentId).Contains(version.DocumentId);
    }

    private Expression<Func<VersionRow, bool>> OnTerms(TaggedWith filter)
    {
        var matching = db.Terms.Where(row => filter.TermIds.Contains(row.TermId));
        if (filter.Key is not null)
        {
            var key = keys.Find(filter.Key) ?? -1;
            matching = matching.Where(row => row.KeyId == key);
        }

        return Among(matching);
    }

    private Expression<Func<VersionRow, bool>> OnReferences(RefersTo filter)
    {
        var matching = db.References.Where(row => filter.ItemIds.Contains(row.TargetId));
        if (filter.Key is not null)
        {
            var key = keys.Find(filter.Key) ?? -1;
            matching = matching.Where(row => row.KeyId == key);
        }

        return Among(matching);
    }

    private Expression<Func<VersionRow, bool>> OnTitles(TitleIs filter)
    {
        var yes = true;
        var matching = db.Versions.Where(row => row.Latest == yes).Where(Translate(filter.Titles)).Select(row => row.Id);
        return version => matching.Contains(version.Id);
    }

    private Expression<Func<VersionRow, bool>> OnPublic()
    {
        var (yes, no) = (true, false);
        var behindDraft = db.Versions.Where(row => row.Latest == no && row.Published == yes).Select(row => row.DocumentId);
        return version => version.Published || behindDraft.Contains(version.DocumentId);
    }

    private static Expression<Func<TRow, TValue>> Of<TRow, TValue>(Expression<Func<TRow, TValue>> value) => value;

    private static Expression<Func<VersionRow, bool>> On<TValue>(
        Expression<Func<VersionRow, TValue>> value, Expression<Func<TValue, bool>> compare) => Chain(value, compare);

    private static Expression<Func<TRow, bool>> Chain<TRow, TValue>(
        Expression<Func<TRow, TValue>> value, Expression<Func<TValue, bool>> compare) =>
        Expression.Lambda<Func<TRow, bool>>(Swap.In(compare.Body, compare.Parameters[0], value.Body), value.Parameters);

    private Expression<Func<VersionRow, bool>> Combine(
        IReadOnlyList<Filter> filters, Func<Expression, Expression, Expression> join, bool whenEmpty)
    {
        if (filters.Count == 0) return _ => whenEmpty;
        var version = Expression.Parameter(typeof(VersionRow), "version");
        var bodies = filters.Select(Translate).Select(condition => Swap.In(condition.Body, condition.Parameters[0], version));
        return Expression.Lambda<Func<VersionRow, bool>>(bodies.Aggregate(join), version);
    }

    private static Expression<Func<VersionRow, bool>> Negate(Expression<Func<VersionRow, bool>> condition) =>
        Expression.Lambda<Func<VersionRow, bool>>(Expression.Not(condition.Body), condition.Parameters);

    private static object? AsDouble(object? value) => value is decimal number ? (double)number : value;

    private static object? AsTimeOfDay(object? value) => value is TimeSpan time ? DateTime.MinValue.Add(time) : value;

    private sealed class Swap(Expression from, Expression to) : ExpressionVisitor
    {
        public static Expression In(Expression body, Expression from, Expression to) => new Swap(from, to).Visit(body)!;

        [return: NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
