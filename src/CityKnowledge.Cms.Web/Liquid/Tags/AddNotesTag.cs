using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% httpcontext_add_items name: value %}</c>: notes something for templates rendered later.</summary>
internal sealed class AddNotesTag : LiquidTag
{
    public override string Name => "httpcontext_add_items";

    public override void Register(ThemeParser parser) => parser.RegisterParserTag(Name, parser.Arguments, static async (arguments, _, _, context) =>
    {
        var given = await TagArguments.EvaluateAsync(arguments, context);
        foreach (var (name, value) in given.All)
        {
            if (!string.IsNullOrEmpty(name)) ((PageContext)context).Page.Notes[name] = value;
        }

        return Completion.Normal;
    });
}
