using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ item | container }}</c>: the list in which an item stands; the item itself when it stands in none.</summary>
internal sealed class ContainerFilter(ContentReader reader) : LiquidFilter
{
    public override string Name => "container";

    public override async ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        if (LiquidValues.Item(input) is not { } item) return NilValue.Instance;
        if (item.Field("ContainedPart", "ListContentItemId").AsText() is not { } id) return input;
        return await reader.FindPublishedAsync(id) is { } list && page.Page.MayView(list) ? new LiquidItem(list) : NilValue.Instance;
    }
}
