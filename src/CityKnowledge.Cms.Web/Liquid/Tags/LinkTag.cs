using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% link rel: "icon", href: "~/Theme/logo.svg" %}</c>: a link in the head of the page.</summary>
internal sealed class LinkTag : LiquidTag
{
    private static readonly HashSet<string> Used = new(StringComparer.Ordinal) { "href", "src", "append_version" };

    public override string Name => "link";

    public override void Register(ThemeParser parser) => parser.RegisterParserTag(Name, parser.Arguments, static async (arguments, _, _, context) =>
    {
        var page = ((PageContext)context).Page;
        var given = await TagArguments.EvaluateAsync(arguments, context);
        var address = given.Text("href") ?? given.Text("src") ?? "";
        if (given.Text("append_version") == "true") address = Addresses.Versioned(page, address);
        page.Head.AddLink(new HtmlTag("link").WithOthers(given, Used).With("href", Addresses.Href(page, address)).ToString());
        return Completion.Normal;
    });
}
