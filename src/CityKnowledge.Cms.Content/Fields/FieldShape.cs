namespace CityKnowledge.Cms.Content.Fields;

/// <summary>What one member of a field's JSON holds; everything derived from fields (GraphQL, index rows, search) follows from it.</summary>
public enum MemberKind
{
    /// <summary>Short text: string.</summary>
    Text,
    /// <summary>Several short texts: array of strings.</summary>
    Texts,
    /// <summary>HTML as written; cleaned when shown.</summary>
    Html,
    /// <summary>Markdown as written; rendered and cleaned when shown.</summary>
    Markdown,
    /// <summary>Number.</summary>
    Number,
    /// <summary>true or false.</summary>
    Flag,
    /// <summary>A day: ISO 8601 date at midnight.</summary>
    Date,
    /// <summary>A moment: ISO 8601 in UTC.</summary>
    Moment,
    /// <summary>A time of day: <c>hh:mm:ss</c>.</summary>
    Time,
    /// <summary>Ids of content items: array of strings.</summary>
    Items,
    /// <summary>Ids of taxonomy terms: array of strings.</summary>
    Terms,
    /// <summary>Paths in the media library: array of strings.</summary>
    MediaPaths,
    /// <summary>Anything else: kept, never indexed.</summary>
    Opaque,
}

/// <summary>One member of the JSON object of a field or part.</summary>
/// <param name="Name">The JSON key, in Orchard's spelling.</param>
/// <param name="Indexed">Whether lists may filter and sort by it.</param>
public sealed record FieldMember(string Name, MemberKind Kind, bool Indexed = true)
{
    /// <summary>Whether a flag that nobody set counts as true.</summary>
    public bool IsOnByDefault { get; init; }

    /// <summary>How people write it; null when that follows from its kind.</summary>
    public MemberText? Text { get; init; }

    /// <summary>Whether people can write it in a form.</summary>
    public bool IsWritable => Kind != MemberKind.Opaque || Text is not null;

    /// <summary>Whether the member holds one comparable value.</summary>
    public bool IsScalar => Kind is MemberKind.Text or MemberKind.Number or MemberKind.Flag or MemberKind.Date or MemberKind.Moment or MemberKind.Time;
}

/// <summary>The JSON form of a field or part. The first member is the one that stands for the whole.</summary>
public sealed record FieldShape(IReadOnlyList<FieldMember> Members)
{
    public static FieldShape None { get; } = new([]);

    /// <summary>Whether the whole field is its first member: such a field is a plain value in GraphQL and filters.</summary>
    public bool IsOneValue { get; private init; }

    /// <summary>A field that is one value, such as <c>{ "Text": "…" }</c>.</summary>
    public static FieldShape OneValue(string member, MemberKind kind, bool indexed = true) =>
        new([new FieldMember(member, kind, indexed)]) { IsOneValue = true };

    /// <summary>A field with several members, or one that stays an object.</summary>
    public static FieldShape Of(params FieldMember[] members) => new(members);
}
