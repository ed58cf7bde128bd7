using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% shape "Pager", page: 2 %}</c>: shows a shape; what is no setting of the tag becomes a member of its <c>Model</c>.</summary>
internal sealed class ShapeTag : LiquidTag
{
    public override string Name => "shape";

    public override void Register(ThemeParser parser) => parser.RegisterParserTag(Name, parser.Arguments, static async (arguments, writer, _, context) =>
    {
        var page = ((PageContext)context).Page;
        await page.Renderer.RenderAsync(Read(await TagArguments.EvaluateAsync(arguments, context)), page, writer);
        return Completion.Normal;
    });

    private static Shape Read(TagArguments given)
    {
        var shape = new Shape(given.Text("type", 0) ?? "");
        foreach (var (name, value) in given.All)
        {
            switch (name)
            {
                case null or "" or "type":
                case "cache_id" or "cache_fixed_duration" or "cache_sliding_duration" or "cache_context" or "cache_tag":
                    break;
                case "id":
                    shape.Id = value.ToStringValue();
                    break;
                case "alternate":
                    shape.Alternates.Add(value.ToStringValue());
                    break;
                case "wrapper":
                    shape.Wrappers.Add(value.ToStringValue());
                    break;
                default:
                    shape.Properties[TagArguments.Pascal(name)] = value;
                    break;
            }
        }

        return shape;
    }
}
