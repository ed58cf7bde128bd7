using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ item | list_count }}</c>: how many published items a list has.</summary>
internal sealed class ListCountFilter(ListedItems listed) : LiquidFilter
{
    public override string Name => "list_count";

    public override async ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) => NumberValue.Create(await listed.CountAsync(input));
}
