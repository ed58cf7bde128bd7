using System.Text.Json;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>A part or field of an item: what the fields of a part or field object read from.</summary>
internal sealed record Placed(ContentItem Item, JsonElement Json);

/// <summary>Where a field finds its JSON, seen from the object it belongs to: an item, or a <see cref="Placed"/> part or field.</summary>
internal sealed class Spot(params string[] keys)
{
    public static Spot Here { get; } = new();

    public Spot Below(string key) => new([.. keys, key]);

    public JsonElement Find(object? source)
    {
        var json = source is ContentItem item ? item.Content : ((Placed)source!).Json;
        foreach (var key in keys) json = json.Get(key);
        return json;
    }

    public static ContentItem ItemOf(object? source) => source as ContentItem ?? ((Placed)source!).Item;
}
