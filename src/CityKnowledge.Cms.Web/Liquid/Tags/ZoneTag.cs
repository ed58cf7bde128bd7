using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% zone "Footer" %}…{% endzone %}</c>: puts something into a zone of the layout.</summary>
internal sealed class ZoneTag : LiquidTag
{
    public override string Name => "zone";

    public override void Register(ThemeParser parser) => parser.RegisterParserBlock(Name, parser.Arguments, static async (arguments, statements, _, encoder, context) =>
    {
        var given = await TagArguments.EvaluateAsync(arguments, context);
        using var writer = new Utf8Writer(1_024);
        var completion = await statements.RenderStatementsAsync(writer, encoder, context);
        var zones = ((PageContext)context).Page.Zones;
        var name = given.Text("name", 0) ?? "";
        if (!zones.TryGetValue(name, out var pieces)) zones[name] = pieces = [];
        pieces.Add((given.Text("position", 1) ?? "", writer.ToString()));
        return completion;
    });
}
