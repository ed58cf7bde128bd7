using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ item | type_name }}</c>: what people call the content type of an item, or the type of that technical name.</summary>
internal sealed class TypeNameFilter(TypeCatalogue types) : LiquidFilter
{
    public override string Name => "type_name";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        var name = LiquidValues.Item(input)?.ContentType ?? input.ToStringValue();
        return new(StringValue.Create(types.Current.FindType(name)?.DisplayName ?? name));
    }
}
