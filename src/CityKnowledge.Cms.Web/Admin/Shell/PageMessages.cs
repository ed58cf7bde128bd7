using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>A line shown on the next page.</summary>
internal sealed record PageMessage(bool IsWarning, string Text);

/// <summary>Carries what was done over the redirect to the page that says it.</summary>
internal static class PageMessages
{
    private const string Done = "messages.done";
    private const string Warnings = "messages.warnings";

    /// <summary>Says on the next page that something was done.</summary>
    public static void Say(this ITempDataDictionary next, string text) => Add(next, Done, text);

    /// <summary>Says on the next page what went wrong or needs attention.</summary>
    public static void Warn(this ITempDataDictionary next, string text) => Add(next, Warnings, text);

    /// <summary>What there is to be said now; it is not said again.</summary>
    public static IEnumerable<PageMessage> TakeMessages(this ITempDataDictionary now) =>
        Read(now, Warnings).Select(text => new PageMessage(true, text)).Concat(Read(now, Done).Select(text => new PageMessage(false, text)));

    private static void Add(ITempDataDictionary next, string kind, string text) =>
        next[kind] = Read(next, kind).Append(text).ToArray();

    private static string[] Read(ITempDataDictionary data, string kind) => data[kind] as string[] ?? [];
}
