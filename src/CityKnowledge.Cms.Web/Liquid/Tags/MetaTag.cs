using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% meta name: "description", content: text %}</c>: a meta tag of the page. The last description, robots or title counts; tags such as <c>citation_author</c> may stand several times, and a <c>separator</c> joins them in one.</summary>
internal sealed class MetaTag : LiquidTag
{
    private static readonly HashSet<string> Used = new(StringComparer.Ordinal) { "separator", "content" };

    public override string Name => "meta";

    public override void Register(ThemeParser parser) => parser.RegisterParserTag(Name, parser.Arguments, static async (arguments, _, _, context) =>
    {
        Add(await TagArguments.EvaluateAsync(arguments, context), ((PageContext)context).Page.Head);
        return Completion.Normal;
    });

    private static void Add(TagArguments given, PageHead head)
    {
        var said = given.Text("name") ?? given.Text("property");
        var (name, content, separator) = (said ?? given.Text("http_equiv") ?? given.Text("charset") ?? "", given.Text("content"), given.Text("separator"));
        if (separator is not null && head.FindMeta(name)?.Content is { } former) content = former + separator + content;
        var meta = new PageMeta(name, content, new HtmlTag("meta").WithOthers(given, Used).With("content", content).ToString());
        if (name.Length > 0 && (separator is not null || said is null || MetaNames.AreSaidOnce(said))) head.SetMeta(meta);
        else head.AddMeta(meta);
    }
}
