using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using GraphQL;
using GraphQL.Resolvers;

namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>Gives a value made from JSON.</summary>
internal sealed class JsonResolver(Spot spot, Func<JsonElement, object?> read) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(read(spot.Find(context.Source)));
}

/// <summary>Gives a member of the item itself.</summary>
internal sealed class ItemResolver(Func<ContentItem, object?> read) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(read(Spot.ItemOf(context.Source)));
}

/// <summary>Gives a part or field as an object.</summary>
/// <param name="evenWhenAbsent">Whether an item without it shows an empty object instead of null.</param>
internal sealed class ObjectResolver(Spot spot, bool evenWhenAbsent) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var json = spot.Find(context.Source);
        return json.ValueKind == JsonValueKind.Object || evenWhenAbsent ? new(new Placed(Spot.ItemOf(context.Source), json)) : default;
    }
}
