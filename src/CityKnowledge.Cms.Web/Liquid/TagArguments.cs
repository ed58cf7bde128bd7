using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid;

/// <summary>The values given to a tag, by name or by place.</summary>
internal readonly struct TagArguments
{
    private readonly (string? Name, FluidValue Value)[] values;

    private TagArguments((string? Name, FluidValue Value)[] values) => this.values = values;

    public ReadOnlySpan<(string? Name, FluidValue Value)> All => values;

    public static async ValueTask<TagArguments> EvaluateAsync(IReadOnlyList<FilterArgument> arguments, TemplateContext context)
    {
        var given = new (string? Name, FluidValue Value)[arguments.Count];
        for (var i = 0; i < given.Length; i++) given[i] = (arguments[i].Name, await arguments[i].Expression.EvaluateAsync(context));
        return new TagArguments(given);
    }

    /// <summary>The value of that name, else the one without a name at that place; nil when there is neither.</summary>
    public FluidValue Get(string name, int place = -1)
    {
        foreach (var (given, value) in values)
        {
            if (given == name) return value;
        }

        return place >= 0 && place < values.Length && string.IsNullOrEmpty(values[place].Name) ? values[place].Value : NilValue.Instance;
    }

    /// <summary>The text of <see cref="Get"/>, or null.</summary>
    public string? Text(string name, int place = -1) => Get(name, place) is var value && value.IsNil() ? null : value.ToStringValue();

    /// <summary>Orchard's spelling of a property: <c>page_size</c> → <c>PageSize</c>.</summary>
    public static string Pascal(string name) =>
        string.Concat(name.Split(['_', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
