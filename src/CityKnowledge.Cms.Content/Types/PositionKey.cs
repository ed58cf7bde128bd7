using System.Globalization;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>A place in an order, written as a dotted number ("2.5"), "before" or "after".</summary>
public readonly record struct PositionKey(double Major, double Minor) : IComparable<PositionKey>
{
    public static PositionKey Parse(string? position)
    {
        if (string.IsNullOrEmpty(position)) return new PositionKey(0, 0);
        if (position.StartsWith("before", StringComparison.OrdinalIgnoreCase)) return new PositionKey(double.MinValue, 0);
        if (position.StartsWith("after", StringComparison.OrdinalIgnoreCase)) return new PositionKey(double.MaxValue, 0);
        var parts = position.Split('.', 2);
        return new PositionKey(Number(parts[0]), parts.Length > 1 ? Number(parts[1]) : 0);
    }

    public int CompareTo(PositionKey other) => Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    public static bool operator <(PositionKey left, PositionKey right) => left.CompareTo(right) < 0;

    public static bool operator >(PositionKey left, PositionKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(PositionKey left, PositionKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PositionKey left, PositionKey right) => left.CompareTo(right) >= 0;

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
