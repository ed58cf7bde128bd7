using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ Queries.Recent | query: size: 3 }}</c>: runs a stored query.</summary>
internal sealed class QueryFilter(NamedQueryRunner queries) : LiquidFilter
{
    public override string Name => "query";

    public override async ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var name in arguments.Names) parameters[name] = Plain(arguments[name], page);
        page.Page.AskedQueries = true;
        var found = await queries.RunAsync(input.ToStringValue(), parameters, page.Page.Rights.Caller, page.Page.Http.RequestAborted);
        if (found is null) return NilValue.Instance;
        FluidValue[] values = found.Items.Count > 0
            ? [.. found.Items.Select(item => new LiquidItem(item))]
            : [.. found.Rows.Select(LiquidValues.Of)];
        return new QueryResult(values, found.Total);
    }

    private static object? Plain(FluidValue value, PageContext page) => value switch
    {
        LiquidJson json => json.Json,
        LiquidItem item => item.Item.ContentItemId,
        _ when value.IsNil() => null,
        _ when value.Type == FluidValues.Number => value.ToNumberValue(),
        _ when value.Type == FluidValues.Boolean => value.ToBooleanValue(),
        _ when value.Type == FluidValues.Array => value.Enumerate(page).Select(element => Plain(element, page)).ToArray(),
        _ => value.ToStringValue(),
    };
}
