using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ item | full_text }}</c>: the texts by which search finds an item.</summary>
internal sealed class FullTextFilter(TypeCatalogue types, LiquidText liquid) : LiquidFilter
{
    public override string Name => "full_text";

    public override async ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        if (LiquidValues.Item(input) is not { } item) return NilValue.Instance;
        var aspect = types.Current.FindType(item.ContentType)?.Settings.Get<FullTextAspectSettings>() ?? new FullTextAspectSettings();
        var texts = new List<string>();
        if (aspect.IncludeDisplayText) texts.Add(item.DisplayText ?? "");
        if (aspect.IncludeBodyAspect) texts.Add(item.Field("HtmlBodyPart", "Html").AsText() ?? item.Field("MarkdownBodyPart", "Markdown").AsText() ?? "");
        if (aspect is { IncludeFullTextTemplate: true, FullTextTemplate: { Length: > 0 } template })
        {
            texts.Add(await liquid.RenderAsync(template, page.Page, new ShapeValue(Shape.Of(item))));
        }

        return StringValue.Create(string.Join(' ', texts.Where(text => text.Length > 0)));
    }
}
