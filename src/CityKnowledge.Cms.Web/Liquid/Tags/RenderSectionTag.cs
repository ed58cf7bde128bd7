using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% render_section "Footer", required: false %}</c>: what was put into a zone of the layout.</summary>
internal sealed class RenderSectionTag : LiquidTag
{
    public override string Name => "render_section";

    public override void Register(ThemeParser parser) => parser.RegisterParserTag(Name, parser.Arguments, static async (arguments, writer, _, context) =>
    {
        var given = await TagArguments.EvaluateAsync(arguments, context);
        var name = given.Text("name", 0) ?? "";
        if (((PageContext)context).Page.Zones.TryGetValue(name, out var pieces))
        {
            foreach (var (_, html) in pieces.OrderBy(piece => PositionKey.Parse(piece.Position))) await writer.WriteAsync(html);
        }
        else if (given.Get("required").ToBooleanValue() && given.Text("required") != "false")
        {
            throw new InvalidOperationException($"The layout requires something in the zone '{name}', and nothing was put there.");
        }

        return Completion.Normal;
    });
}
