using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% cache_expires_on date %}</c>: ends the block around it at a moment.</summary>
internal sealed class CacheExpiresOnTag : LiquidTag
{
    public override string Name => "cache_expires_on";

    public override void Register(ThemeParser parser) => parser.RegisterExpressionTag(Name, static async (time, _, _, context) =>
    {
        var value = await time.EvaluateAsync(context);
        if (value.TryGetDateTimeInput(context, out var moment) && ((PageContext)context).Page.CacheScopes.TryPeek(out var scope))
        {
            var left = moment - DateTimeOffset.UtcNow;
            scope.ExpireAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero, isSliding: false);
        }

        return Completion.Normal;
    });
}
