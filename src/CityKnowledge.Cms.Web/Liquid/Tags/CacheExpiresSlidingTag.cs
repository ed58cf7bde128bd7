using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% cache_expires_sliding "00:05:00" %}</c>: ends the block around it when nobody asks for it so long.</summary>
internal sealed class CacheExpiresSlidingTag : LiquidTag
{
    public override string Name => "cache_expires_sliding";

    public override void Register(ThemeParser parser) => parser.RegisterExpressionTag(Name, static async (time, _, _, context) =>
    {
        var life = CacheTag.Duration((await time.EvaluateAsync(context)).ToStringValue());
        if (life is { } limit && ((PageContext)context).Page.CacheScopes.TryPeek(out var scope)) scope.ExpireAfter(limit, isSliding: true);
        return Completion.Normal;
    });
}
