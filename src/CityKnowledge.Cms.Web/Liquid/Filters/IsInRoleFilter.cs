using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ User | is_in_role: "Editor" }}</c>: whether the visitor has a role.</summary>
internal sealed class IsInRoleFilter : LiquidFilter
{
    public override string Name => "is_in_role";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(page.Page.Rights.Caller.Roles.Contains(arguments.At(0).ToStringValue(), StringComparer.OrdinalIgnoreCase) ? BooleanValue.True : BooleanValue.False);
}
