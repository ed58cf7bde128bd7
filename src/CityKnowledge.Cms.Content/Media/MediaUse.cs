using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>An item that shows a file.</summary>
/// <param name="Owner">User id.</param>
public sealed record MediaUser(string ContentItemId, string ContentType, string? DisplayText, bool Published, string? Owner)
{
    /// <summary>Whether the one who asked may change it.</summary>
    public bool MayEdit { get; init; }
}

/// <summary>Says where files of the library are used: in media fields, in texts, and in items contained in items.</summary>
public sealed partial class MediaUse(Store store, FieldKeys keys)
{
    /// <summary>The key of the index rows: one for all types, since a path means the same everywhere.</summary>
    public const string Key = "Media.Path";

    /// <summary>The items of which a current or public version uses one of these paths, each once.</summary>
    public async Task<IReadOnlyList<MediaUser>> ListAsync(IReadOnlyCollection<string> paths, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (keys.Find(Key) is not { } key) return [];
        var folded = paths.Select(path => Folding.Head(Folding.Fold(path))).ToArray();
        await using var db = store.OpenRead();
        var found = await (
            from text in db.Texts
            // Both values are named so that the index, which has the flag before the value, is used.
            where text.KeyId == key && (text.Published || !text.Published) && folded.Contains(text.Value)
            join version in db.Versions on text.RowId equals version.Id
            select new { version.DocumentId, version.Kind, version.Title, version.Published, version.Owner }).ToListAsync(cancel);
        return
        [
            .. found.GroupBy(version => version.DocumentId)
                .Select(item => item.OrderByDescending(version => version.Published).First())
                .Select(item => new MediaUser(item.DocumentId, item.Kind, item.Title, item.Published, item.Owner))
                .OrderBy(item => item.DisplayText, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Every path that a content names, each once.</summary>
    public static IReadOnlyCollection<string> In(JsonElement content)
    {
        if (content.ValueKind == JsonValueKind.Undefined) return [];
        // Most items name no file, and then there is no reason to look at each of their texts.
        var raw = JsonMarshal.GetRawUtf8Value(content);
        if (raw.IndexOf("\"Paths\""u8) < 0 && raw.IndexOf("/media/"u8) < 0) return [];
        HashSet<string>? found = null;
        Collect(content, ref found);
        return found is null ? [] : found;
    }

    private static void Collect(JsonElement json, ref HashSet<string>? found)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    if (member.Value.ValueKind == JsonValueKind.Array && member.NameEquals("Paths"u8)) (found ??= Paths()).UnionWith(member.Value.AsTexts());
                    else Collect(member.Value, ref found);
                }

                break;
            case JsonValueKind.Array:
                foreach (var element in json.EnumerateArray()) Collect(element, ref found);
                break;
            case JsonValueKind.String when json.GetString() is { } text && text.Contains("/media/", StringComparison.Ordinal):
                foreach (Match address in Address().Matches(text)) (found ??= Paths()).Add(Uri.UnescapeDataString(address.Groups["path"].Value));
                break;
        }
    }

    private static HashSet<string> Paths() => new(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("/media/(?<path>[^\"'\\s()<>?#\\]]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
