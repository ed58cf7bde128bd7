using System.Globalization;
using System.Resources;

namespace CityKnowledge.Cms.Content.Wording;

/// <summary>
/// Says sentences in the language of the one who reads them, which a request sets as <see cref="CultureInfo.CurrentUICulture"/>; English is the key in
/// Sentences.fr.resx and so on, and stands where a language has no words.
/// </summary>
public static class Sentences
{
    private static readonly ResourceManager Known = new(typeof(Sentences));

    /// <param name="sentence">An interpolated string; sentences within it are said in the same language.</param>
    public static string Say(FormattableString sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var format = Known.GetString(sentence.Format, CultureInfo.CurrentUICulture) ?? sentence.Format;
        var values = Array.ConvertAll(sentence.GetArguments(), value => value is FormattableString inner ? Say(inner) : value);
        return string.Format(CultureInfo.CurrentCulture, format, values);
    }
}
