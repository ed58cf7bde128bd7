using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Ast;
using Microsoft.AspNetCore.Antiforgery;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% form action: "~/x", method: "post" %}…{% endform %}</c>: a form, with the token against forgery when it is posted.</summary>
internal sealed class FormTag(IAntiforgery tokens) : LiquidTag
{
    private static readonly HashSet<string> Used = new(StringComparer.Ordinal) { "action", "controller", "area", "method", "antiforgery" };

    public override string Name => "form";

    public override void Register(ThemeParser parser) => parser.RegisterParserBlock(Name, parser.Arguments, async (arguments, statements, writer, encoder, context) =>
    {
        var page = ((PageContext)context).Page;
        var given = await TagArguments.EvaluateAsync(arguments, context);
        var method = given.Text("method") ?? "post";
        await writer.WriteAsync(new HtmlTag("form").With("action", Action(given, page)).With("method", method).WithOthers(given, Used).ToString());
        var completion = await statements.RenderStatementsAsync(writer, encoder, context);
        var isPosted = method.Equals("post", StringComparison.OrdinalIgnoreCase);
        if (given.Text("antiforgery") is { } wanted ? wanted == "true" : isPosted) await writer.WriteAsync(AntiforgeryTokenTag.Field(tokens, page));
        await writer.WriteAsync("</form>");
        return completion;
    });

    private static string? Action(TagArguments given, Page page)
    {
        if (given.Text("controller") is not { } controller) return given.Text("action") is { } address ? Addresses.Href(page, address) : null;
        var parts = ((string?[])[given.Text("area"), controller, given.Text("action")]).Where(part => !string.IsNullOrEmpty(part));
        return Addresses.Href(page, "~/" + string.Join('/', parts));
    }
}
