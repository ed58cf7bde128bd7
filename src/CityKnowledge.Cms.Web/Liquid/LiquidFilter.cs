using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid;

/// <summary>A filter that templates of every theme may use.</summary>
internal abstract class LiquidFilter
{
    /// <summary>As written in templates, such as <c>display_url</c>.</summary>
    public abstract string Name { get; }

    public abstract ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page);
}
