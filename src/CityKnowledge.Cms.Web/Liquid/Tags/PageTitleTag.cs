using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% page_title Site.SiteName, position: "after", separator: " - " %}</c>: adds a piece of the title and writes it.</summary>
internal sealed class PageTitleTag : LiquidTag
{
    public override string Name => "page_title";

    public override void Register(ThemeParser parser) => parser.RegisterParserTag(Name, parser.Arguments, static async (arguments, writer, _, context) =>
    {
        var given = await TagArguments.EvaluateAsync(arguments, context);
        var head = ((PageContext)context).Page.Head;
        if (given.Text("segment", 0) is { } text) head.AddTitle(Page.Encoder.Encode(text), given.Text("position", 1) ?? "0");
        await writer.WriteAsync(head.Title(given.Text("separator", 2) ?? " - "));
        return Completion.Normal;
    });
}
