using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% contentitem handle: "alias:about", display_type: "Summary" %}</c>: shows an item.</summary>
internal sealed class ContentItemTag(ContentReader reader) : LiquidTag
{
    public override string Name => "contentitem";

    public override void Register(ThemeParser parser) => parser.RegisterParserTag(Name, parser.Arguments, async (arguments, writer, _, context) =>
    {
        var page = ((PageContext)context).Page;
        var given = await TagArguments.EvaluateAsync(arguments, context);
        if (await FindAsync(given) is not { } item || !page.MayView(item)) return Completion.Normal;
        var shape = Shape.Of(item, given.Text("display_type") ?? "Detail");
        if (given.Text("alternate") is { } alternate) shape.Alternates.Add(alternate);
        await page.Renderer.RenderAsync(shape, page, writer);
        return Completion.Normal;
    });

    private async ValueTask<ContentItem?> FindAsync(TagArguments given)
    {
        if (given.Text("handle", 0) is { } handle) return await reader.FindHandleAsync(handle);
        return given.Text("alias") is { } alias ? await reader.FindHandleAsync(alias.Contains(':', StringComparison.Ordinal) ? alias : "alias:" + alias) : null;
    }
}
