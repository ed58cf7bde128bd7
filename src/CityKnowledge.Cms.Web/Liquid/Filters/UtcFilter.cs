using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ date | utc }}</c>: the moment in UTC.</summary>
internal sealed class UtcFilter : LiquidFilter
{
    public override string Name => "utc";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(input.TryGetDateTimeInput(page, out var moment) ? new DateTimeValue(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.Utc)) : NilValue.Instance);
}
