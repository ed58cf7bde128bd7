namespace CityKnowledge.Cms.Content.Media;

/// <summary>Who uses a file, as far as the caller may know.</summary>
/// <param name="Hidden">How many more items use it that the caller may not see.</param>
public sealed record MediaUsers(IReadOnlyList<MediaUser> Seen, int Hidden)
{
    public static MediaUsers None { get; } = new([], 0);

    public int Count => Seen.Count + Hidden;

    /// <summary>For messages: <c>3 items, 'Bees on roofs' for one</c>.</summary>
    public FormattableString Words => (Count, Seen) switch
    {
        (1, [var only, ..]) => (FormattableString)$"one item, '{only.DisplayText}'",
        (1, _) => $"one item",
        (_, [var first, ..]) => $"{Count} items, '{first.DisplayText}' for one",
        _ => $"{Count} items",
    };
}
