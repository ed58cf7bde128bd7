using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% script name: "site", src: "~/Theme/site.js", at: "Foot" %}</c>: a script of the page.</summary>
internal sealed class ScriptTag : LiquidTag
{
    public override string Name => "script";

    public override void Register(ThemeParser parser) => parser.RegisterParserTag(Name, parser.Arguments, static async (arguments, writer, _, context) =>
    {
        var page = ((PageContext)context).Page;
        var given = await TagArguments.EvaluateAsync(arguments, context);
        if (ResourceArguments.Address(given, page) is not { } address) return Completion.Normal;
        page.Policy.AllowScriptsOf(address);
        var html = new HtmlTag("script").With("src", address).WithOthers(given, ResourceArguments.Used) + "</script>";
        if (ResourceArguments.IsInline(given)) await writer.WriteAsync(html);
        else page.Head.Add(new PageResource(ResourceArguments.ScriptKind(given), given.Text("name") ?? html, html, ResourceArguments.DependsOn(given)));
        return Completion.Normal;
    });
}
