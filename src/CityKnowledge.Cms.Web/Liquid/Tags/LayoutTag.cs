using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% layout "Print" %}</c>: another layout for this page, <c>Layout__Print</c>.</summary>
internal sealed class LayoutTag : LiquidTag
{
    public override string Name => "layout";

    public override void Register(ThemeParser parser) => parser.RegisterExpressionTag(Name, static async (name, _, _, context) =>
    {
        ((PageContext)context).Page.Layout = (await name.EvaluateAsync(context)).ToStringValue();
        return Completion.Normal;
    });
}
