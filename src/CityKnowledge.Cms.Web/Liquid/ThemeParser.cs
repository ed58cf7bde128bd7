using Fluid;
using Fluid.Ast;
using Parlot.Fluent;

namespace CityKnowledge.Cms.Web.Liquid;

/// <summary>Liquid with the tags of Orchard's themes.</summary>
internal sealed class ThemeParser : FluidParser
{
    public ThemeParser(IEnumerable<LiquidTag> tags)
        : base(new FluidParserOptions { AllowFunctions = true, AllowParentheses = true })
    {
        foreach (var tag in tags) tag.Register(this);
        Compile();
    }

    /// <summary>What stands behind the name of a tag: values and named values, separated by commas.</summary>
    public Parser<IReadOnlyList<FilterArgument>> Arguments => ArgumentsList;

    /// <summary>For blocks that may stand without any value.</summary>
    public static Parser<IReadOnlyList<FilterArgument>> NoArguments { get; } = Parsers.Always<IReadOnlyList<FilterArgument>>([]);

    /// <summary>One value.</summary>
    public Parser<Expression> Value => Primary;

    /// <summary>Parses a template.</summary>
    /// <param name="file">For the message.</param>
    /// <exception cref="TemplateException">The text is no valid Liquid.</exception>
    public IFluidTemplate Read(string file, string text)
    {
        if (this.TryParse(text, out var template, out var error)) return template;
        var reason = error.Split('\n', 2)[0].Trim();
        throw new TemplateException(file, LineIn(reason), reason);
    }

    // Fluid ends its messages with "at (line:column)".
    private static int? LineIn(string message)
    {
        var start = message.LastIndexOf('(') + 1;
        var end = message.LastIndexOf(':');
        return start > 0 && end > start && int.TryParse(message.AsSpan(start, end - start), out var line) ? line : null;
    }
}
