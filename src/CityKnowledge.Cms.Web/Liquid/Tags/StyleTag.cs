using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% style name: "site", src: "~/Theme/site.css" %}</c>: a style sheet of the page.</summary>
internal sealed class StyleTag : LiquidTag
{
    public override string Name => "style";

    public override void Register(ThemeParser parser) => parser.RegisterParserTag(Name, parser.Arguments, static async (arguments, writer, _, context) =>
    {
        var page = ((PageContext)context).Page;
        var given = await TagArguments.EvaluateAsync(arguments, context);
        if (ResourceArguments.Address(given, page) is not { } address) return Completion.Normal;
        page.Policy.AllowStylesOf(address);
        var html = new HtmlTag("link").With("rel", "stylesheet").With("href", address).WithOthers(given, ResourceArguments.Used).ToString();
        if (ResourceArguments.IsInline(given)) await writer.WriteAsync(html);
        else page.Head.Add(new PageResource(ResourceKind.Stylesheet, given.Text("name") ?? html, html, ResourceArguments.DependsOn(given)));
        return Completion.Normal;
    });
}
