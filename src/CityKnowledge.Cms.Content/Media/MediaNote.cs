using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>What is known of a file beyond the file itself.</summary>
public sealed record MediaNote
{
    /// <summary>What the picture shows, in words: taken over wherever the file is used first.</summary>
    public string? Text { get; init; }

    /// <summary>The point of the picture that stays in view when it is cut, from 0 (left) to 1.</summary>
    public double? FocusX { get; init; }

    /// <summary>From 0 (top) to 1.</summary>
    public double? FocusY { get; init; }
    public int? Width { get; init; }
    public int? Height { get; init; }

    /// <summary>User name of who uploaded it.</summary>
    public string? UploadedBy { get; init; }

    /// <summary>Id of who uploaded it: the file is theirs to change.</summary>
    public string? UploadedById { get; init; }

    /// <summary>Paths the file had before: items may still hold them.</summary>
    public IReadOnlyList<string> Former { get; init; } = [];

    /// <summary>Where the file went that was here: old addresses lead on.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Differs whenever what people say of the file differs, empty while they say nothing: pass it back with a change, so that nobody is overwritten.</summary>
    [JsonIgnore]
    public string Stamp => (Text, FocusX, FocusY) is (null, null, null) ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{FocusX} {FocusY} {Text}"))))[..16];
}
