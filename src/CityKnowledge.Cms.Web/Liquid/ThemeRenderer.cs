using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using CityKnowledge.Cms.Web.Liquid.Themes;

namespace CityKnowledge.Cms.Web.Liquid;

/// <summary>Makes pages in the site's theme, for every door that shows some.</summary>
internal sealed class ThemeRenderer(ThemePreviews themes, CurrentSite site, Access access, ShapeRenderer shapes)
{
    /// <summary>Writes the shape inside the theme's layout as the answer to the request.</summary>
    /// <param name="shape">Name as in templates, such as <c>Search__List</c>.</param>
    /// <param name="model">Members of <c>Model</c>: texts, numbers, booleans, content items, <see cref="ThemeShape"/>s, and lists and dictionaries of those.</param>
    /// <exception cref="TemplateException">A template is broken, or failed; nothing was written.</exception>
    public async ValueTask RenderPageAsync(HttpContext context, string shape, IReadOnlyDictionary<string, object?> model, int status = 200)
    {
        var page = await BeginAsync(context);
        using var html = await MakeAsync(page, Shape.From(new ThemeShape(shape, model)));
        await PageResponse.WriteAsync(context, page, html, status);
    }

    /// <summary>A new page for the request, with the theme as it is now.</summary>
    public async ValueTask<Page> BeginAsync(HttpContext http) =>
        new(http, await themes.GetAsync(http), await site.GetAsync(), new PageRights(access, http.GetCaller()), shapes);

    /// <summary>The whole page: the shape inside the layout. Dispose it.</summary>
    /// <exception cref="TemplateException">A template is broken, or failed.</exception>
    public async ValueTask<Utf8Writer> MakeAsync(Page page, Shape content)
    {
        using var body = new Utf8Writer();
        await shapes.RenderAsync(content, page, body);
        page.Body = body;
        var layout = new Shape("Layout");
        if (page.Layout is { Length: > 0 } name) layout.Alternates.Add(name.StartsWith("Layout", StringComparison.OrdinalIgnoreCase) ? name : "Layout__" + name);
        var whole = new Utf8Writer(body.Length + 8_192);
        try
        {
            await shapes.RenderAsync(layout, page, whole);
            return whole;
        }
        catch
        {
            whole.Dispose();
            throw;
        }
        finally
        {
            page.Body = null;
        }
    }
}
