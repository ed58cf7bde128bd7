using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ User | has_permission: "EditContent" }}</c>: whether the visitor holds a permission.</summary>
internal sealed class HasPermissionFilter : LiquidFilter
{
    public override string Name => "has_permission";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(page.Page.Rights.Access.Allows(page.Page.Rights.Caller, arguments.At(0).ToStringValue()) ? BooleanValue.True : BooleanValue.False);
}
