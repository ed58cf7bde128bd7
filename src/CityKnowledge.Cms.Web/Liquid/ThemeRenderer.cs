namespace CityKnowledge.Cms.Web.Liquid;

/// <summary>Shows pages that are no content item, such as search results, in the site's theme.</summary>
internal abstract class ThemeRenderer
{
    /// <summary>Writes the shape inside the theme's layout as the answer to the request.</summary>
    /// <param name="shape">Name as in templates, such as <c>Search__List</c>.</param>
    /// <param name="model">Members of <c>Model</c>: texts, numbers, booleans, content items, <see cref="ThemeShape"/>s, and lists and dictionaries of those.</param>
    public abstract ValueTask RenderPageAsync(HttpContext context, string shape, IReadOnlyDictionary<string, object?> model, int status = 200);
}

/// <summary>A shape inside another one; templates show it with <c>shape_render</c>.</summary>
internal sealed record ThemeShape(string Name, IReadOnlyDictionary<string, object?> Model);
