using BitFaster.Caching.Lru;
using CityKnowledge.Cms.Content.Items;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Content.Patterns;

/// <summary>A Liquid pattern cannot be read; the message says where.</summary>
public sealed class LiquidPatternException(string message) : Exception(message);

/// <summary>
/// Renders the one-line Liquid patterns of titles, addresses and aliases: <c>practices/{{ ContentItem.DisplayText | slugify }}</c>.
/// </summary>
public sealed class LiquidPattern
{
    private readonly FluidParser parser = new(new FluidParserOptions { AllowFunctions = true, AllowParentheses = true });
    private readonly ConcurrentLru<string, IFluidTemplate> parsed = new(500);
    private readonly TemplateOptions options = new() { MaxSteps = 10_000 };
    private readonly ContentReader reader;

    public LiquidPattern(ContentReader reader)
    {
        this.reader = reader;
        options.Filters.AddFilter("slugify", static (input, _, _) => new(StringValue.Create(Slug.Make(input.ToStringValue()))));
        options.Filters.AddFilter("display_text", static (input, _, _) => new(DisplayTextOf(input)));
        options.Filters.AddFilter("content_item_id", (input, _, _) => FindItemsAsync(input));
        options.Filters.AddFilter("container", (input, _, _) => FindContainerAsync(input));
    }

    /// <summary>The text for an item, published or not, without line breaks and without HTML encoding.</summary>
    /// <exception cref="LiquidPatternException">The pattern is no valid Liquid.</exception>
    public async ValueTask<string> RenderAsync(string template, ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(template);
        var value = new LiquidItem(item);
        var context = new TemplateContext(options, StringComparer.Ordinal);
        context.SetValue("ContentItem", value);
        context.SetValue("Model", new DictionaryValue(new FluidValueDictionaryFluidIndexable(
            new Dictionary<string, FluidValue>(StringComparer.Ordinal) { ["ContentItem"] = value })));
        var text = await Parse(template).RenderAsync(context);
        return text.ReplaceLineEndings("").Trim();
    }

    /// <summary>What is wrong with a pattern, or null.</summary>
    public string? FindProblem(string template) => parser.TryParse(template, out _, out var error) ? null : error;

    private IFluidTemplate Parse(string template) => parsed.GetOrAdd(template, text =>
        parser.TryParse(text, out var read, out var error)
            ? read
            : throw new LiquidPatternException($"The pattern '{text}' is no valid Liquid: {error}"));

    private static FluidValue DisplayTextOf(FluidValue input) =>
        input is LiquidItem { Item.DisplayText: { } text } ? StringValue.Create(text) : NilValue.Instance;

    private async ValueTask<FluidValue> FindItemsAsync(FluidValue ids)
    {
        if (ids is LiquidItem own) return StringValue.Create(own.Item.ContentItemId);
        if (ids is not ArrayValue list) return AsValue(await reader.FindPublishedAsync(ids.ToStringValue()));
        var items = await reader.ListPublishedAsync([.. list.Values.Select(id => id.ToStringValue())]);
        return new ArrayValue([.. items.Select(item => new LiquidItem(item))]);
    }

    private async ValueTask<FluidValue> FindContainerAsync(FluidValue input)
    {
        if (input is not LiquidItem { Item: var item }) return NilValue.Instance;
        var container = item.Field("ContainedPart", "ListContentItemId").AsText();
        return container is null ? input : AsValue(await reader.FindPublishedAsync(container));
    }

    private static FluidValue AsValue(ContentItem? item) => item is null ? NilValue.Instance : new LiquidItem(item);
}
