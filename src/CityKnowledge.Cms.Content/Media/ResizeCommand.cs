using System.Globalization;
using System.Text;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>How a picture is fitted into the wanted width and height.</summary>
public enum ResizeMode
{
    /// <summary>As large as fits; never larger than it is.</summary>
    Max,
    /// <summary>Fills the box; what does not fit is cut off around the anchor.</summary>
    Crop,
    /// <summary>Fits into the box, the rest is filled with the background.</summary>
    Pad,
    /// <summary>As <see cref="Pad"/>, but never larger than it is.</summary>
    BoxPad,
    /// <summary>As small as covers the box; never larger than it is.</summary>
    Min,
    /// <summary>Exactly the box, out of proportion.</summary>
    Stretch,
}

/// <summary>What is asked of a picture; the names are those of the address: <c>width</c>, <c>height</c>, <c>rmode</c> and so on.</summary>
public sealed record ResizeCommand
{
    public const int LargestSide = 4096;

    /// <summary>0 for whatever follows from the height.</summary>
    public int Width { get; init; }

    /// <summary>0 for whatever follows from the width.</summary>
    public int Height { get; init; }
    public ResizeMode Mode { get; init; }

    /// <summary>1 to 100; 0 for the usual.</summary>
    public int Quality { get; init; }

    /// <summary><c>jpg</c>, <c>png</c> or <c>webp</c>; empty for that of the file.</summary>
    public string Format { get; init; } = "";

    /// <summary>The point that stays in view, from 0,0 (top left) to 1,1; null for the middle.</summary>
    public (double X, double Y)? Anchor { get; init; }

    /// <summary>Hexadecimal colour without #; empty for none.</summary>
    public string Background { get; init; } = "";

    /// <summary>Whether nothing is asked.</summary>
    public bool IsEmpty => Width == 0 && Height == 0 && Quality == 0 && Format.Length == 0;

    /// <summary>Reads the parameters of an address; values that make no sense count as absent.</summary>
    public static ResizeCommand Read(Func<string, string?> parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new ResizeCommand
        {
            Width = Number(parameter("width"), LargestSide),
            Height = Number(parameter("height"), LargestSide),
            Mode = Enum.TryParse<ResizeMode>(parameter("rmode"), ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode : ResizeMode.Max,
            Quality = Number(parameter("quality"), 100),
            Format = parameter("format")?.ToLowerInvariant() switch { "jpg" or "jpeg" => "jpg", "png" => "png", "webp" => "webp", _ => "" },
            Anchor = ReadAnchor(parameter("rxy")),
            Background = parameter("bgcolor") is { Length: 3 or 6 or 8 } colour && colour.All(char.IsAsciiHexDigit) ? colour.ToLowerInvariant() : "",
        };
    }

    /// <summary>The command in one fixed form: what is signed, and what the cache is keyed by.</summary>
    public string Canonical
    {
        get
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"w{Width}h{Height}m{(int)Mode}q{Quality}f{Format}b{Background}");
            if (Anchor is { } anchor) text.Append(CultureInfo.InvariantCulture, $"x{anchor.X:0.####}y{anchor.Y:0.####}");
            return text.ToString();
        }
    }

    private static int Number(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : 0;

    private static (double X, double Y)? ReadAnchor(string? text)
    {
        if (text?.Split(',') is not [var x, var y]) return null;
        return double.TryParse(x, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var left) && left <= 1
            && double.TryParse(y, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var top) && top <= 1
            ? (left, top)
            : null;
    }
}
