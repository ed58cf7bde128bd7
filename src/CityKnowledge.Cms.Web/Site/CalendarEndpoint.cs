using System.Text;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.Net.Http.Headers;

namespace CityKnowledge.Cms.Web.Site;

/// <summary>Gives an event as a calendar file at <c>/Contents/ContentItems/{id}.ics</c>.</summary>
internal static class CalendarEndpoint
{
    public static void MapCalendars(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/Contents/ContentItems/{id}.ics", ["GET", "HEAD"], ShowAsync);

    private static async Task ShowAsync(HttpContext http, string id, ItemFinder finder, CalendarFile calendars, Access access, CurrentSite site)
    {
        var found = await finder.FindByIdAsync(id);
        if (found is null || !access.AllowsItem(http.GetCaller(), Permissions.ViewContent, found.Item)
            || calendars.Find(found.Item) is not { } times)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var origin = (await site.GetAsync()).BaseUrl is { Length: > 0 } address ? address : $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}";
        var bytes = Encoding.UTF8.GetBytes(CalendarFile.Write(found.Item, times, origin));
        http.Response.ContentType = "text/calendar; charset=utf-8";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(CalendarFile.Name(found.Item) + ".ics");
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted);
    }
}
