using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using BitFaster.Caching.Lru;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Queries;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Search.Queries;

/// <summary>Fills the Liquid templates of queries. What is printed is encoded for JSON texts: no parameter can leave its quotes.</summary>
internal sealed class QueryTemplates
{
    private const int MostTemplates = 500;
    private static readonly JavaScriptEncoder ForJson = JavaScriptEncoder.Create(UnicodeRanges.All);
    private readonly FluidParser parser = new(new FluidParserOptions { AllowFunctions = true, AllowParentheses = true });
    private readonly ConcurrentLru<string, IFluidTemplate> parsed = new(MostTemplates);
    private readonly TemplateOptions options = new() { MaxSteps = 100_000 };

    public QueryTemplates()
    {
        options.ValueConverters.Add(value => value is JsonElement json ? LiquidJson.Of(json) : null);
        options.Filters.AddFilter("slugify", static (input, _, _) => new(StringValue.Create(Slug.Make(input.ToStringValue()))));
    }

    /// <exception cref="BadQueryException">The template is no valid Liquid, or it runs too long.</exception>
    public async ValueTask<string> FillAsync(string template, IReadOnlyDictionary<string, object?> parameters)
    {
        var context = new TemplateContext(options, StringComparer.Ordinal);
        foreach (var (name, value) in parameters) context.SetValue(name, FluidValue.Create(value, options));
        try
        {
            return await parsed.GetOrAdd(template, Parse).RenderAsync(context, ForJson);
        }
        catch (Exception trouble) when (trouble is InvalidOperationException or InvalidCastException or ArgumentException or FormatException)
        {
            throw new BadQueryException($"The query template cannot be filled: {trouble.Message}", trouble);
        }
    }

    private IFluidTemplate Parse(string template) =>
        parser.TryParse(template, out var read, out var error) ? read : throw new BadQueryException($"The query template is no valid Liquid: {error}");
}
