using Fluid;

namespace CityKnowledge.Cms.Web.Liquid.Themes;

/// <summary>A template of a theme. A broken one stays in its place, so that pages which do not need it live on.</summary>
/// <param name="Shape">The shape it shows.</param>
/// <param name="File">For messages: theme and path below it.</param>
internal sealed record ShapeTemplate(string Shape, string File, IFluidTemplate? Parsed, TemplateException? Trouble)
{
    /// <exception cref="TemplateException">The template is no valid Liquid.</exception>
    public IFluidTemplate Ready => Parsed ?? throw new TemplateException(File, Trouble!.Line, Trouble.Reason, Trouble);
}
