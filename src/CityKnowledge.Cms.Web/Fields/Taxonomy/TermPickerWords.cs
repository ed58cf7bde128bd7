using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Fields.Taxonomy;

/// <summary>The words of the picker for terms.</summary>
internal static class TermPickerWords
{
    public static string Of(IStringLocalizer words) => new ControlWords(words).AddBox()
        .Add("placeholder", "Type a name or a code").Add("browse", "Browse").Add("below", "Terms below {0}").ToString();
}
