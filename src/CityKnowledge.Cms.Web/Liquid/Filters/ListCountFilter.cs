using CityKnowledge.Cms.Content.Queries;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ item | list_count }}</c>: how many published items a list has.</summary>
internal sealed class ListCountFilter(ContentQueries queries) : LiquidFilter
{
    public override string Name => "list_count";

    public override async ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        NumberValue.Create(ListedItems.Query(input) is { } query ? await queries.CountAsync(query) : 0);
}
