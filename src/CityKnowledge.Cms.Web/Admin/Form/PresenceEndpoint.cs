using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Another person, or oneself in another window.</summary>
internal sealed record PresentEditor(string Name, bool IsSelf);

/// <summary>Tells a form who else has it open, for as long as it stays open.</summary>
internal static class PresenceEndpoint
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    // Rights may be taken away meanwhile: the browser asks again, and is asked who it is.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static async Task<IResult> Watch(string id, HttpContext http, Access access, ItemRights rights, ContentReader reader, Presence presence, IHostApplicationLifetime life)
    {
        var caller = http.GetCaller();
        if (caller.UserId is null) return Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (!access.Allows(caller, Permissions.AccessAdminPanel)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await reader.FindLatestAsync(id) is not { } item) return Results.NotFound();
        if (!rights.AllowsItem(caller, Permissions.EditContent, item)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(TellAsync(presence, item.ContentItemId, caller, life.ApplicationStopping, http.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<IReadOnlyList<PresentEditor>>> TellAsync(
        Presence presence, string itemId, Caller caller, CancellationToken closing, [EnumeratorCancellation] CancellationToken gone)
    {
        // Entered here and not before: what never begins is never left.
        if (presence.Enter(itemId, caller.UserId!, caller.UserName ?? "") is not { } self) yield break;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(closing, gone);
        end.CancelAfter(Longest);
        try
        {
            while (!end.IsCancellationRequested)
            {
                yield return new SseItem<IReadOnlyList<PresentEditor>>([.. presence.ListOthers(self).Select(other => new PresentEditor(other.Name, other.UserId == self.UserId))], "editors");
                await WaitAsync(self, end.Token);
            }
        }
        finally
        {
            presence.Leave(self);
        }
    }

    // The beat finds out that a browser has gone without saying so.
    private static async Task WaitAsync(Watcher self, CancellationToken end)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(end);
        beat.CancelAfter(Beat);
        try
        {
            await self.Wake.Reader.ReadAsync(beat.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }
}
