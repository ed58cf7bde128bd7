using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Fields.ContentPicker;

/// <summary>The words of the picker for content items.</summary>
internal static class ItemPickerWords
{
    public static string Of(IStringLocalizer words) => Creating(new ControlWords(words).AddBox())
        .Add("placeholder", "Type a title").Add("picked", "Picked items").Add("draft", "Draft").Add("open", "Opens in a new tab")
        .Add("up", "Move {0} up").Add("down", "Move {0} down").Add("moved", "{0} is now {1} of {2}.")
        .Add("failed", "The search could not be asked. Check your connection and try again.")
        .ToString();

    private static ControlWords Creating(ControlWords words) => words
        .Add("create", "New: {0}").Add("createTitle", "New: {0}").Add("createHint", "It begins as a draft. What you leave empty can be written later.")
        .Add("draftMade", "“{0}” is a draft: nobody sees it on the site until it is published.").Add("draftLacks", "“{0}” is a draft: nobody sees it on the site until it is complete and published.")
        .Add("complete", "Complete it in a new tab").Add("openDraft", "Open it in a new tab").Add("none", "– none –")
        .Add("title", "Title").Add("make", "Create and pick").Add("cancel", "Cancel").Add("forbidden", "Your account may not create this.");
}
