using System.Security.Claims;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Objects;

/// <summary><c>User</c>: who looks at the page.</summary>
internal sealed class UserObject : TemplateObject
{
    protected override ValueTask<FluidValue> MemberAsync(string name, PageContext context) => new(name == "Identity" ? Identity.Instance : NilValue.Instance);

    private sealed class Identity : TemplateObject
    {
        public static Identity Instance { get; } = new();

        protected override ValueTask<FluidValue> MemberAsync(string name, PageContext context)
        {
            var caller = context.Page.Rights.Caller;
            return new(name switch
            {
                "Name" => Text(caller.UserName),
                "IsAuthenticated" => Flag(caller.UserId is not null),
                "Claims" => LiquidValues.Of(context.Page.Http.User.Claims.Select(Describe)),
                _ => NilValue.Instance,
            });
        }

        private static Dictionary<string, object?> Describe(Claim claim) => new(StringComparer.Ordinal) { ["Type"] = claim.Type, ["Value"] = claim.Value };
    }
}
