using System.Text;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>Writes the start tag of an HTML element.</summary>
internal sealed class HtmlTag(string name)
{
    private readonly StringBuilder html = new StringBuilder(96).Append('<').Append(name);

    /// <summary>Adds an attribute; nothing when the value is null. Underscores become hyphens: <c>data_x</c> → <c>data-x</c>.</summary>
    public HtmlTag With(string attribute, string? value)
    {
        if (value is null || !IsName(attribute)) return this;
        html.Append(' ').Append(attribute.Replace('_', '-')).Append("=\"").Append(Page.Encoder.Encode(value)).Append('"');
        return this;
    }

    /// <summary>Adds the tag's further arguments, except those already used.</summary>
    public HtmlTag WithOthers(TagArguments arguments, IReadOnlySet<string> used)
    {
        foreach (var (given, value) in arguments.All)
        {
            if (string.IsNullOrEmpty(given) || used.Contains(given) || value.IsNil()) continue;
            if (value == BooleanValue.True) html.Append(' ').Append(given.Replace('_', '-'));
            else if (value != BooleanValue.False) With(given, value.ToStringValue());
        }

        return this;
    }

    public override string ToString() => html.ToString() + ">";

    private static bool IsName(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or ':');
}
