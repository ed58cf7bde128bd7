using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% cache_expires_after "00:05:00" %}</c>: limits the life of the block around it.</summary>
internal sealed class CacheExpiresAfterTag : LiquidTag
{
    public override string Name => "cache_expires_after";

    public override void Register(ThemeParser parser) => parser.RegisterExpressionTag(Name, static async (time, _, _, context) =>
    {
        var life = CacheTag.Duration((await time.EvaluateAsync(context)).ToStringValue());
        if (life is { } limit && ((PageContext)context).Page.CacheScopes.TryPeek(out var scope)) scope.ExpireAfter(limit, isSliding: false);
        return Completion.Normal;
    });
}
