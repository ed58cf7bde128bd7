using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Ast;
using Parlot.Fluent;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% scriptblock at: "Foot" %}…{% endscriptblock %}</c>: a script written in the template.</summary>
internal sealed class ScriptBlockTag : LiquidTag
{
    public override string Name => "scriptblock";

    public override void Register(ThemeParser parser) => parser.RegisterParserBlock(Name, parser.Arguments.Or(ThemeParser.NoArguments), static async (arguments, statements, writer, encoder, context) =>
    {
        var given = await TagArguments.EvaluateAsync(arguments, context);
        using var inner = new Utf8Writer(1_024);
        await statements.RenderStatementsAsync(inner, encoder, context);
        var (page, text) = (((PageContext)context).Page, inner.ToString());
        page.Policy.AllowScript(text);
        var html = new HtmlTag("script").WithOthers(given, ResourceArguments.Used) + text + "</script>";
        if (ResourceArguments.IsInline(given)) await writer.WriteAsync(html);
        else page.Head.Add(new PageResource(ResourceArguments.ScriptKind(given), given.Text("name") ?? html, html, ResourceArguments.DependsOn(given)));
        return Completion.Normal;
    });
}
