using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Words that the scripts of the form show, in the language of the page.</summary>
internal static class FormWords
{
    public static string Of(IStringLocalizer words) => Write(words, new Dictionary<string, string>
    {
        ["saving"] = "Saving …",
        ["saved"] = "Saved at {time}",
        ["savedRest"] = "Saved at {time}, except what is marked",
        ["changed"] = "Not saved yet",
        ["held"] = "Not saved. Look it over first: it is saved when you go on writing or press a button.",
        ["offline"] = "No connection. What you write is kept in this browser and saved as soon as the line is back.",
        ["offlineOnly"] = "No connection, and this browser keeps nothing. Leave this page open until the line is back.",
        ["waiting"] = "Kept in this browser. It becomes public when you publish.",
        ["conflict"] = "{name} saved this item while you were writing. Your text is kept here.",
        ["conflictElsewhere"] = "This item was changed elsewhere while you were writing: by yourself in another window, or as it was planned. Your text is kept here.",
        ["compare"] = "Compare and choose",
        ["signedOut"] = "Your session has ended. Your text is kept here.",
        ["otherUser"] = "You are signed in as someone else now. Your text is kept here, but not saved under that name: sign in as before, or save it with the button.",
        ["forbidden"] = "You may no longer change this item. Your text is kept in this browser.",
        ["gone"] = "This item is no longer there. Your text is kept in this browser.",
        ["refused"] = "This could not be saved as a draft. Save with the button to see why.",
        ["large"] = "This is too much for one item, so it is not saved. Put a part of it into a file or another item.",
        ["signIn"] = "Sign in to go on",
        ["signInWhy"] = "Your session has ended. Nothing is lost: after you sign in, your text is saved.",
        ["signInTab"] = "Sign in in another tab",
        ["later"] = "Later",
        ["found"] = "This browser kept what you typed on {time}. It was not saved.",
        ["restore"] = "Restore what you typed at {time}",
        ["discard"] = "Throw it away",
    });

    public static string Presence(IStringLocalizer words) => Write(words, new Dictionary<string, string>
    {
        ["one"] = "{names} has this form open too.",
        ["many"] = "{names} have this form open too.",
        ["self"] = "You have this form open in another window too.",
    });

    public static string Preview(IStringLocalizer words) => Write(words, new Dictionary<string, string>
    {
        ["title"] = "Preview of the page",
        ["failed"] = "The preview cannot be brought up to date just now. It goes on with the next key, or when you have signed in again.",
    });

    private static string Write(IStringLocalizer words, Dictionary<string, string> texts) =>
        JsonSerializer.Serialize(texts.ToDictionary(text => text.Key, text => words[text.Value].Value));
}
