using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ User | user_id }}</c>: the id of the signed-in user.</summary>
internal sealed class UserIdFilter : LiquidFilter
{
    public override string Name => "user_id";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(page.Page.Rights.Caller.UserId is { } id ? StringValue.Create(id) : NilValue.Instance);
}
