using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Html;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>Makes HTML of what fields and parts store as HTML or Markdown.</summary>
internal sealed class ItemText(RichText rich, LiquidText liquid)
{
    /// <summary>The HTML to show. Liquid in it runs only when it is not cleaned; who may write it there, see <see cref="LiquidRights"/>.</summary>
    public async ValueTask<string> HtmlAsync(MemberKind kind, string text, bool clean, ContentItem item, Page page)
    {
        if (clean) return kind == MemberKind.Markdown ? rich.FromMarkdown(text) : rich.Clean(text);
        var html = kind == MemberKind.Markdown ? rich.FromMarkdown(text, clean: false) : text;
        return await liquid.RenderAsync(html, page, new ShapeValue(Shape.Of(item)));
    }
}
