using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ value | console_log }}</c>: shows a value in the browser's console, in development only.</summary>
internal sealed class ConsoleLogFilter(IHostEnvironment environment) : LiquidFilter
{
    private readonly JsonFilter json = new();

    public override string Name => "console_log";

    public override async ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        environment.IsDevelopment()
            ? LiquidValues.Html($"<script>console.log({(await json.ApplyAsync(input, arguments, page)).ToStringValue()})</script>")
            : NilValue.Instance;
}
