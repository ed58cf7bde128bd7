using System.Globalization;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>Who uses a file, as far as the caller may know.</summary>
/// <param name="Hidden">How many more items use it that the caller may not see.</param>
public sealed record MediaUsers(IReadOnlyList<MediaUser> Seen, int Hidden)
{
    public static MediaUsers None { get; } = new([], 0);

    public int Count => Seen.Count + Hidden;

    /// <summary>For messages: <c>3 items, 'Bees on roofs' for one</c>.</summary>
    public override string ToString()
    {
        var number = Count == 1 ? "one item" : string.Create(CultureInfo.InvariantCulture, $"{Count} items");
        return Seen is [var first, ..] ? $"{number}, '{first.DisplayText}'{(Count == 1 ? "" : " for one")}" : number;
    }
}
