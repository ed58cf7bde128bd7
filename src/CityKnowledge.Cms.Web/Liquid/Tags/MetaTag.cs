using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% meta name: "description", content: text %}</c>: a meta tag of the page; the last of a name counts.</summary>
internal sealed class MetaTag : LiquidTag
{
    private static readonly HashSet<string> Used = new(StringComparer.Ordinal) { "separator" };

    public override string Name => "meta";

    public override void Register(ThemeParser parser) => parser.RegisterParserTag(Name, parser.Arguments, static async (arguments, _, _, context) =>
    {
        var given = await TagArguments.EvaluateAsync(arguments, context);
        var key = given.Text("name") ?? given.Text("property") ?? given.Text("http_equiv") ?? given.Text("charset") ?? "";
        ((PageContext)context).Page.Head.AddMeta(key, new HtmlTag("meta").WithOthers(given, Used).ToString());
        return Completion.Normal;
    });
}
