using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>Counts what would be hidden by removing a type, part or field.</summary>
public sealed class DefinitionUse(Store store, TypeCatalogue types, FieldKinds fields)
{
    /// <summary>Counting stops here: who removes a field that ten thousand items use has been told enough.</summary>
    public const int Most = 10_000;

    /// <summary>Items of a type that are not in the bin.</summary>
    public async Task<int> CountItemsAsync(string type, CancellationToken cancel = default)
    {
        await using var db = store.OpenRead();
        var yes = true;
        return await db.Versions.CountAsync(row => row.Kind == type && row.Latest == yes, cancel);
    }

    /// <summary>Items of a type that hold something in a part, at most <see cref="Most"/>.</summary>
    public Task<int> CountPartAsync(string type, string part, CancellationToken cancel = default) =>
        CountAsync([type], part, content => content.Get(part) is { ValueKind: JsonValueKind.Object } json && json.EnumerateObject().Any(), cancel);

    /// <summary>Items that hold a value in a field, at most <see cref="Most"/>.</summary>
    public async Task<int> CountFieldAsync(string part, string field, CancellationToken cancel = default)
    {
        if (types.Current.FindPart(part)?.FindField(field) is not { } definition || fields.Find(definition.Kind) is not { } kind) return 0;
        var count = 0;
        foreach (var place in Places(part)) count += await CountAsync([place.Type], field, content => !kind.IsEmpty(content.Get(place.Part).Get(definition.Name)), cancel);
        return Math.Min(count, Most);
    }

    /// <summary>Items whose value under that name is not what a field of this kind holds, at most <see cref="Most"/>.</summary>
    public async Task<int> CountMisfitsAsync(string part, string field, FieldKind kind, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var count = 0;
        foreach (var place in Places(part)) count += await CountAsync([place.Type], field, content => IsMisfit(kind, content.Get(place.Part).Get(field)), cancel);
        return Math.Min(count, Most);
    }

    private static bool IsMisfit(FieldKind kind, JsonElement value) =>
        value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null)
        && (value.ValueKind != JsonValueKind.Object || ShapeReading.FindMismatch(kind.Shape, value) is not null);

    private IEnumerable<(string Type, string Part)> Places(string part) => types.Current.Types.SelectMany(type => type.Parts
        .Where(attached => string.Equals(attached.Part.Name, part, StringComparison.OrdinalIgnoreCase))
        .Select(attached => (type.Name, attached.Name)));

    // A quote inside a text is stored with a backslash before it, so the member's name in quotes is found as a name only.
    private async Task<int> CountAsync(string[] kinds, string member, Func<JsonElement, bool> holds, CancellationToken cancel)
    {
        var name = $"\"{member}\":";
        var yes = true;
        await using var db = store.OpenRead();
        var bodies = db.Versions.AsNoTracking().Where(row => kinds.Contains(row.Kind) && row.Latest == yes && row.Body.Contains(name)).Select(row => row.Body);
        var count = 0;
        await foreach (var body in bodies.AsAsyncEnumerable().WithCancellation(cancel))
        {
            using var json = JsonDocument.Parse(body);
            if (holds(json.RootElement) && ++count >= Most) break;
        }

        return count;
    }
}
