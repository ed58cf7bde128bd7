using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Fields.ContentPicker;

namespace CityKnowledge.Cms.Web.Admin.Inputs;

/// <summary>An item in the list of a picker, in Orchard's words.</summary>
internal sealed record OfferedItem(string ContentItemId, string DisplayText, bool HasPublished, string ContentType);

/// <summary>Finds the items that a content picker offers.</summary>
internal static class ItemSearch
{
    private const int Offered = 20;
    private const int LongestQuery = 200;

    public static async Task<IResult> ListAsync(
        HttpContext context, string? part, string? field, string? query, FieldRights rights, TypeCatalogue types, PickableItems items)
    {
        if (string.IsNullOrWhiteSpace(part) || string.IsNullOrWhiteSpace(field)) return Results.BadRequest();
        var caller = context.GetCaller();
        if (rights.Find(caller, part, field) is not { Kind: "ContentPickerField" } found) return Results.NotFound();
        var wanted = query is { Length: > LongestQuery } ? query[..LongestQuery] : query;
        var pickable = found.Settings.Get<ContentPickerFieldSettings>().TypesOf(types.Current);
        return Results.Json((await items.SearchAsync(caller, pickable, wanted, Offered, context.RequestAborted)).Select(Offer));
    }

    private static OfferedItem Offer(PickableItem item) => new(item.ContentItemId, item.DisplayText, item.HasPublished, item.ContentType);
}
