using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ ids | content_item_id }}</c>: the published item or items of these ids; and from an item its id.</summary>
internal sealed class ContentItemIdFilter(ContentReader reader) : LiquidFilter
{
    public override string Name => "content_item_id";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) => input switch
    {
        LiquidItem own => new(StringValue.Create(own.Item.ContentItemId)),
        ArrayValue { Values.Count: 0 } => new(ArrayValue.Empty),
        ArrayValue ids => ListAsync(ids, page),
        _ when input.IsNil() => new(NilValue.Instance),
        _ => FindAsync(input.ToStringValue(), page),
    };

    private async ValueTask<FluidValue> ListAsync(ArrayValue ids, PageContext page)
    {
        var items = await reader.ListPublishedAsync([.. ids.Values.Select(id => id.ToStringValue())]);
        return new ArrayValue([.. items.Where(page.Page.MayView).Select(item => new LiquidItem(item))]);
    }

    private async ValueTask<FluidValue> FindAsync(string id, PageContext page) =>
        await reader.FindPublishedAsync(id) is { } item && page.Page.MayView(item) ? new LiquidItem(item) : NilValue.Instance;
}
