using BitFaster.Caching.Lru;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>Renders Liquid that stands in content or comes from a template as text.</summary>
internal sealed class LiquidText(ThemeParser parser)
{
    private const string Place = "Liquid in content";
    private readonly ConcurrentLru<string, IFluidTemplate> parsed = new(500);

    /// <exception cref="TemplateException">The text is no valid Liquid.</exception>
    public async ValueTask<string> RenderAsync(string text, Page page, FluidValue model)
    {
        if (!text.Contains("{{", StringComparison.Ordinal) && !text.Contains("{%", StringComparison.Ordinal)) return text;
        using var writer = new Utf8Writer(text.Length + 256);
        await parsed.GetOrAdd(text, text => parser.Read(Place, text)).RenderAsync(writer, Page.Encoder, new PageContext(page, model));
        return writer.ToString();
    }
}
