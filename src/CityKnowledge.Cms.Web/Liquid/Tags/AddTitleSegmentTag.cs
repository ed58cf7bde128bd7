using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% page_title_add_segment "News", position: "1" %}</c>: adds a piece of the title.</summary>
internal sealed class AddTitleSegmentTag : LiquidTag
{
    public override string Name => "page_title_add_segment";

    public override void Register(ThemeParser parser) => parser.RegisterParserTag(Name, parser.Arguments, static async (arguments, _, _, context) =>
    {
        var given = await TagArguments.EvaluateAsync(arguments, context);
        if (given.Text("segment", 0) is { } text) ((PageContext)context).Page.Head.AddTitle(Page.Encoder.Encode(text), given.Text("position", 1) ?? "0");
        return Completion.Normal;
    });
}
