using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Tells the next form which loaded forms were saved by a button, so that its browser forgets what it kept of them.</summary>
internal static class SavedForms
{
    private const string Key = "SavedForms";

    // A person who saves many forms and opens none is told of the last ones.
    private const int Most = 20;

    public static void Note(ITempDataDictionary next, FormTicket ticket) => next[Key] = Read(next).Append(ticket.Load).TakeLast(Most).ToArray();

    /// <summary>A JSON array of <see cref="FormTicket.Load"/>.</summary>
    public static string Take(ITempDataDictionary now) => JsonSerializer.Serialize(Read(now));

    private static string[] Read(ITempDataDictionary data) => data[Key] as string[] ?? [];
}
