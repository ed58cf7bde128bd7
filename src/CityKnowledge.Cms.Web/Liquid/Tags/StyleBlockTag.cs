using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Ast;
using Parlot.Fluent;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% styleblock %}…{% endstyleblock %}</c>: styles written in the template.</summary>
internal sealed class StyleBlockTag : LiquidTag
{
    public override string Name => "styleblock";

    public override void Register(ThemeParser parser) => parser.RegisterParserBlock(Name, parser.Arguments.Or(ThemeParser.NoArguments), static async (arguments, statements, writer, encoder, context) =>
    {
        var given = await TagArguments.EvaluateAsync(arguments, context);
        using var inner = new Utf8Writer(1_024);
        await statements.RenderStatementsAsync(inner, encoder, context);
        var html = new HtmlTag("style").WithOthers(given, ResourceArguments.Used) + inner.ToString() + "</style>";
        if (ResourceArguments.IsInline(given)) await writer.WriteAsync(html);
        else ((PageContext)context).Page.Head.Add(new PageResource(ResourceKind.Stylesheet, given.Text("name") ?? html, html, ResourceArguments.DependsOn(given)));
        return Completion.Normal;
    });
}
