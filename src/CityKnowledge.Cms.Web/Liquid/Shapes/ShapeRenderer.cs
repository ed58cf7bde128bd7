using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Liquid.Themes;
using Fluid;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>Finds the template of a shape and writes what it makes.</summary>
internal sealed class ShapeRenderer(PartShapes parts, TypeCatalogue types, ILogger<ShapeRenderer> log)
{
    private const int DeepestNesting = 30;

    /// <summary>Writes the shape; a zone writes the shapes in it, and a shape without template writes nothing.</summary>
    /// <exception cref="TemplateException">The template is broken, or failed.</exception>
    public async ValueTask RenderAsync(Shape shape, Page page, TextWriter writer)
    {
        if (FindTemplate(shape, page.Theme) is not { } template)
        {
            if (shape.Items.Count == 0 && shape.Type != "Zone") log.LogDebug("No template shows the shape {Shape}.", shape.Type);
            foreach (var item in shape.Items) await RenderAsync(item, page, writer);
        }
        else if (shape.Wrappers.Count == 0)
        {
            await RunAsync(template, shape, page, writer);
        }
        else
        {
            await WrapAsync(template, shape, page, writer);
        }
    }

    /// <summary>The HTML of the shape.</summary>
    public async ValueTask<string> RenderAsync(Shape shape, Page page)
    {
        using var writer = new Utf8Writer(2_048);
        await RenderAsync(shape, page, writer);
        return writer.ToString();
    }

    /// <summary>The rendered parts of an item that belong to a zone of its shape.</summary>
    public async ValueTask<Shape> ZoneAsync(Shape shape, string zone, Page page)
    {
        var made = new Shape("Zone");
        made.Items.AddRange(await parts.MakeAsync(shape.Item!, shape.DisplayType, zone, page));
        return made;
    }

    private async ValueTask WrapAsync(ShapeTemplate template, Shape shape, Page page, TextWriter writer)
    {
        using var inner = new Utf8Writer(4_096);
        await RunAsync(template, shape, page, inner);
        shape.ChildContent = inner.ToString();
        foreach (var name in shape.Wrappers)
        {
            if (page.Theme.Find(name) is not { } wrapper) continue;
            using var outer = new Utf8Writer(4_096);
            await RunAsync(wrapper, shape, page, outer);
            shape.ChildContent = outer.ToString();
        }

        await writer.WriteAsync(shape.ChildContent);
    }

    private static async ValueTask RunAsync(ShapeTemplate template, Shape shape, Page page, TextWriter writer)
    {
        if (++page.Depth > DeepestNesting) throw new TemplateException(template.File, null, "Shapes are nested too deeply: a template probably shows itself.");
        try
        {
            await template.Ready.RenderAsync(writer, Page.Encoder, new PageContext(page, new ShapeValue(shape)));
        }
        catch (FileNotFoundException missing)
        {
            throw new TemplateException(template.File, null, $"It includes the template '{missing.Message}', which does not exist.", missing);
        }
        catch (Exception trouble) when (trouble is FluidException or InvalidOperationException or ArgumentException or FormatException or InvalidCastException or ArithmeticException)
        {
            throw new TemplateException(template.File, null, trouble.Message, trouble);
        }
        finally
        {
            page.Depth--;
        }
    }

    private ShapeTemplate? FindTemplate(Shape shape, Theme theme)
    {
        for (var i = shape.Alternates.Count - 1; i >= 0; i--)
        {
            if (theme.Find(shape.Alternates[i]) is { } alternate) return alternate;
        }

        return shape.Item is { } item ? FindForItem(shape, item, theme) : theme.Find(shape.Type);
    }

    private ShapeTemplate? FindForItem(Shape shape, ContentItem item, Theme theme)
    {
        var stereotype = types.Current.FindType(item.ContentType)?.Options.Stereotype;
        var root = !string.IsNullOrEmpty(stereotype) ? stereotype
            : shape.DisplayType == "Detail" && item.Part("TermPart").ValueKind == JsonValueKind.Object ? "Term" : "Content";
        if (theme.HasHandleAlternates && ItemAlternates.FindByHandle(item, root, shape.DisplayType, theme) is { } own) return own;
        return theme.FindForType(root, shape.DisplayType, item.ContentType);
    }
}
