using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid;

/// <summary>One template being rendered: its variables, and the page it is part of.</summary>
internal sealed class PageContext : TemplateContext
{
    public PageContext(Page page, FluidValue model)
        : base(page.Theme.Options, StringComparer.Ordinal)
    {
        Page = page;
        TimeZone = page.TimeZone;
        SetValue("Model", model);
    }

    public Page Page { get; }
}
