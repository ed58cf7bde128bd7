using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% resources type: "Stylesheet" %}</c>: writes what the templates asked for.</summary>
internal sealed class ResourcesTag : LiquidTag
{
    public override string Name => "resources";

    public override void Register(ThemeParser parser) => parser.RegisterParserTag(Name, parser.Arguments, static async (arguments, writer, _, context) =>
    {
        var given = await TagArguments.EvaluateAsync(arguments, context);
        foreach (var html in Find(given.Text("type", 0) ?? "", ((PageContext)context).Page.Head))
        {
            await writer.WriteAsync(html);
            await writer.WriteAsync('\n');
        }

        return Completion.Normal;
    });

    private static IEnumerable<string> Find(string type, PageHead head) => type.ToUpperInvariant() switch
    {
        "META" => head.Metas,
        "HEADLINK" => head.Links,
        "STYLESHEET" => head.Resources(ResourceKind.Stylesheet),
        "HEADSCRIPT" => head.Resources(ResourceKind.HeadScript),
        "FOOTSCRIPT" or "FOOTER" => head.Resources(ResourceKind.FootScript),
        "HEADER" => [.. head.Metas, .. head.Links, .. head.Resources(ResourceKind.Stylesheet), .. head.Resources(ResourceKind.HeadScript)],
        _ => [],
    };
}
