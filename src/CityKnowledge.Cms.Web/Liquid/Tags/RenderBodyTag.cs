using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% render_body %}</c>: the page inside the layout.</summary>
internal sealed class RenderBodyTag : LiquidTag
{
    public override string Name => "render_body";

    public override void Register(ThemeParser parser) => parser.RegisterEmptyTag(Name, static (writer, _, context) =>
    {
        if (((PageContext)context).Page.Body is not { } body) return Statement.Normal();
        if (writer is Utf8Writer whole) whole.WriteUtf8(body.Written);
        else writer.Write(body.ToString());
        return Statement.Normal();
    });
}
