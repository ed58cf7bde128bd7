namespace CityKnowledge.Cms.Web.Liquid;

/// <summary>A tag, or a block with an end tag, that templates of every theme may use.</summary>
internal abstract class LiquidTag
{
    /// <summary>As written in templates, such as <c>render_body</c>.</summary>
    public abstract string Name { get; }

    public abstract void Register(ThemeParser parser);
}
