using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% httpcontext_remove_items "name" %}</c>: forgets what was noted.</summary>
internal sealed class RemoveNoteTag : LiquidTag
{
    public override string Name => "httpcontext_remove_items";

    public override void Register(ThemeParser parser) => parser.RegisterExpressionTag(Name, static async (name, _, _, context) =>
    {
        ((PageContext)context).Page.Notes.Remove((await name.EvaluateAsync(context)).ToStringValue());
        return Completion.Normal;
    });
}
