using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ date | local }}</c>: the moment in the time zone of the site.</summary>
internal sealed class LocalFilter : LiquidFilter
{
    public override string Name => "local";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(input.TryGetDateTimeInput(page, out var moment) ? new DateTimeValue(TimeZoneInfo.ConvertTime(moment, page.Page.TimeZone)) : NilValue.Instance);
}
