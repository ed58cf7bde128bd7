using CityKnowledge.Cms.Content.Fields;

namespace CityKnowledge.Cms.Content.Queries;

/// <summary>Which versions a list shows.</summary>
public enum ContentStatus
{
    Published,
    /// <summary>Latest and not published.</summary>
    Draft,
    Latest,
    /// <summary>Every version.</summary>
    All,
}

/// <summary>How a value is compared. Text is compared without regard to case.</summary>
public enum Comparison
{
    Equal,
    NotEqual,
    In,
    NotIn,
    Contains,
    NotContains,
    StartsWith,
    NotStartsWith,
    EndsWith,
    NotEndsWith,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

/// <summary>The columns every item has.</summary>
public enum ItemColumn
{
    ContentItemId,
    ContentItemVersionId,
    ContentType,
    DisplayText,
    Published,
    Latest,
    CreatedUtc,
    ModifiedUtc,
    PublishedUtc,
    Owner,
    Author,
}

/// <summary>A condition on items.</summary>
public abstract record Filter;

/// <summary>All of these hold; none means everything.</summary>
public sealed record AllOf(IReadOnlyList<Filter> Filters) : Filter;

/// <summary>At least one of these holds; none means nothing.</summary>
public sealed record AnyOf(IReadOnlyList<Filter> Filters) : Filter;

/// <summary>This does not hold.</summary>
public sealed record Not(Filter Filter) : Filter;

/// <summary>Compares a column.</summary>
/// <param name="Values">One value, or several for In and NotIn: string, bool or DateTime; null asks for "empty".</param>
public sealed record ColumnIs(ItemColumn Column, Comparison Comparison, IReadOnlyList<object?> Values) : Filter;

/// <summary>Compares a member of a field of a part on a type.</summary>
/// <param name="Key">See <see cref="FieldKey"/>.</param>
/// <param name="Values">string, decimal, bool, DateTime (dates and moments) or TimeSpan; null asks for "empty".</param>
public sealed record FieldIs(string Key, MemberKind Kind, Comparison Comparison, IReadOnlyList<object?> Values) : Filter;

/// <summary>Compares the public address.</summary>
public sealed record PathIs(Comparison Comparison, IReadOnlyList<string> Values) : Filter;

/// <summary>Compares the alias.</summary>
public sealed record AliasIs(Comparison Comparison, IReadOnlyList<string> Values) : Filter;

/// <summary>Tagged with one of these terms, in the field with that key or in any.</summary>
public sealed record TaggedWith(IReadOnlyList<string> TermIds, string? Key = null) : Filter;

/// <summary>Points to one of these items, in the field with that key or in any.</summary>
public sealed record RefersTo(IReadOnlyList<string> ItemIds, string? Key = null) : Filter;

/// <summary>The title of the latest version is as asked; answered from the index of titles, whatever the list is ordered by.</summary>
public sealed record TitleIs(Filter Titles) : Filter;

/// <summary>Some version of the item is public: this one or an earlier one.</summary>
public sealed record IsPublic : Filter;

/// <summary>One step of an order: a column, or a field by key.</summary>
public sealed record SortBy(ItemColumn? Column, string? Key, MemberKind Kind, bool Descending)
{
    public static SortBy By(ItemColumn column, bool descending = false) => new(column, null, MemberKind.Text, descending);

    public static SortBy By(string key, MemberKind kind, bool descending = false) => new(null, key, kind, descending);
}

/// <summary>A list of items.</summary>
public sealed record ContentQuery
{
    /// <summary>Type names; none means every type.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];
    public ContentStatus Status { get; init; }
    public Filter? Where { get; init; }

    /// <summary>Newest first when empty.</summary>
    public IReadOnlyList<SortBy> OrderBy { get; init; } = [];
    public int Skip { get; init; }
    public int Take { get; init; } = 100;
}

/// <summary>Names a member of a field in the value tables.</summary>
public static class FieldKey
{
    /// <summary><c>Type.Part.Field.Member</c>: a filter on one field can never match another.</summary>
    public static string Of(string type, string part, string field, string member) => $"{type}.{part}.{field}.{member}";

    /// <summary>The key of a member of a part itself.</summary>
    public static string OfPart(string type, string part, string member) => $"{type}.{part}..{member}";
}
