using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% cache_dependency "alias:x" %}</c>: accepted for themes that name what a block depends on; here every block is dropped with the next public change.</summary>
internal sealed class CacheDependencyTag : LiquidTag
{
    public override string Name => "cache_dependency";

    public override void Register(ThemeParser parser) => parser.RegisterExpressionTag(Name, static (_, _, _, _) => Statement.Normal());
}
