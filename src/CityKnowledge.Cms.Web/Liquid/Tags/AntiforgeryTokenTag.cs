using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Ast;
using Microsoft.AspNetCore.Antiforgery;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% antiforgerytoken %}</c>: the field by which a posted form proves where it comes from.</summary>
internal sealed class AntiforgeryTokenTag(IAntiforgery tokens) : LiquidTag
{
    public override string Name => "antiforgerytoken";

    public override void Register(ThemeParser parser) => parser.RegisterEmptyTag(Name, async (writer, _, context) =>
    {
        await writer.WriteAsync(Field(tokens, ((PageContext)context).Page));
        return Completion.Normal;
    });

    /// <summary>The hidden field; the page is then this visitor's own.</summary>
    public static string Field(IAntiforgery tokens, Page page)
    {
        page.MayBeShared = false;
        var set = tokens.GetAndStoreTokens(page.Http);
        return new HtmlTag("input").With("type", "hidden").With("name", set.FormFieldName).With("value", set.RequestToken).ToString();
    }
}
