using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>An item that holds others as a list; these point to it by their <c>ContainedPart</c>.</summary>
/// <param name="Part">Its <c>ListPart</c>.</param>
public sealed record Container(ContentItem Item, PartOnType Part)
{
    /// <summary>The part by which an item says where it stands.</summary>
    public const string Contained = "ContainedPart";
    public const string ListId = "ListContentItemId";
    public const string Order = "Order";
    private const int MostOnPage = 100;

    public string Id => Item.ContentItemId;

    /// <summary>Names of the types of which items can stand in it.</summary>
    public IEnumerable<string> ContainedTypes => Settings.Get("ContainedContentTypes").AsTexts();

    /// <summary>Whether its items stand in an order that people give them; else the newest come first.</summary>
    public bool IsOrdered => Settings.Get("EnableOrdering").AsFlag() == true;

    public int PageSize => Math.Clamp((int?)Settings.Get("PageSize").AsNumber() ?? 10, 1, MostOnPage);

    private JsonElement Settings => Part.Settings.Json.Get("ListPartSettings");

    /// <summary>Null when the item holds no list.</summary>
    public static Container? Of(ContentItem item, ContentTypes types)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(types);
        return types.FindType(item.ContentType)?.FindPartOf("ListPart") is { } part ? new Container(item, part) : null;
    }

    /// <summary>The id of the list in which an item stands; null when it stands in none.</summary>
    public static string? IdOf(ContentItem? item) => item?.Part(Contained).Get(ListId).AsText() is { Length: > 0 } id ? id : null;

    /// <summary>The part of an item that stands in this list.</summary>
    /// <param name="order">Its place; null when the list has no order.</param>
    public JsonObject Place(int? order)
    {
        var part = new JsonObject { [ListId] = Id, ["ListContentType"] = Item.ContentType };
        if (order is not null) part[Order] = order;
        return part;
    }
}
