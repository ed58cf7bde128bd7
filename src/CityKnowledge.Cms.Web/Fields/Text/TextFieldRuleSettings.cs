using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Text;

/// <summary>Rules that a <see cref="TextField"/> may have; Orchard Core keeps them unread.</summary>
internal sealed class TextFieldRuleSettings
{
    private Regex? expression;

    /// <summary>In UTF-16 units, as browsers count; null for any.</summary>
    [Setting("Most characters")]
    public int? MaxLength { get; set; }

    /// <summary>See <see cref="TextPattern"/>; null for none.</summary>
    [Setting("Pattern", Hint = "A regular expression that the whole text must match, such as [A-Z]{2}-[0-9]+.", Input = SettingInput.Pattern)]
    public string? Pattern { get; set; }

    [Setting("What the pattern asks for", Hint = "Ends the message to a writer: must be two letters, a hyphen and a number.")]
    public string? PatternMeaning { get; set; }

    /// <summary>What of the text breaks the rules, in sentences.</summary>
    /// <param name="label">What people call the field.</param>
    public IEnumerable<FormattableString> Broken(string label, string text)
    {
        if (text.Length > MaxLength) yield return $"{label} may have at most {MaxLength} characters; it has {text.Length}.";
        if (string.IsNullOrEmpty(Pattern)) yield break;
        expression ??= TextPattern.Compile(Pattern);
        if (expression is null) yield return $"{label} cannot be checked: its pattern '{Pattern}' is no regular expression that can be used here.";
        else if (expression.IsMatch(text)) yield break;
        else if (string.IsNullOrWhiteSpace(PatternMeaning)) yield return $"{label} must be of the form {Pattern}.";
        else yield return $"{label} must be {PatternMeaning.Trim().TrimEnd('.')}.";
    }
}
