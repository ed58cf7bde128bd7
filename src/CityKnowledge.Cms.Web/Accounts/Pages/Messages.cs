using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CityKnowledge.Cms.Web.Accounts.Pages;

/// <summary>Says on the next page what was done; the frame of the pages shows it.</summary>
internal static class Messages
{
    private const string Done = "messages.done";

    public static void Say(this ITempDataDictionary next, string text) => next[Done] = new[] { text };
}
