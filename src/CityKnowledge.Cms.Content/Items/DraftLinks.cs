using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Makes, lists and revokes the links of drafts, and finds what one shows: the newest version, as it is at that moment.</summary>
public sealed class DraftLinks(ContentSessions sessions, ContentReader reader, Store store, Access access)
{
    private const int TokenBytes = 32;

    /// <summary>For how many days a link may be made.</summary>
    public static IReadOnlyList<int> Lifetimes { get; } = [1, 7, 30];

    /// <summary>Makes a link and gives its token, which is not kept; null when the item does not exist.</summary>
    /// <exception cref="ForbiddenException">The caller may not preview the item.</exception>
    /// <exception cref="InvalidContentException">No link is made for so many days.</exception>
    public async Task<string?> MakeAsync(Caller caller, string contentItemId, int days, CancellationToken cancel = default)
    {
        if (await FindItemAsync(caller, contentItemId) is not { } item) return null;
        if (!Lifetimes.Contains(days)) throw new InvalidContentException([new ContentProblem("Days", $"A link lasts {string.Join(", ", Lifetimes)} days.")]);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var now = DateTime.UtcNow;
        var link = new DraftLink(ContentId.New(), item.ContentItemId, caller.UserId!, now, now.AddDays(days));
        await using var session = await sessions.BeginAsync(caller, cancel);
        UserSecrets.Add(session.Db, link.ToSecret(Hash(token)));
        session.Note("Content", "DraftShared", item.ContentItemId, item.ContentItemVersionId, item.DisplayText);
        await session.CommitAsync(cancel);
        return token;
    }

    /// <summary>The links of an item that still work, newest first; null when the item does not exist.</summary>
    /// <exception cref="ForbiddenException">The caller may not preview the item.</exception>
    public async Task<IReadOnlyList<DraftLink>?> ListAsync(Caller caller, string contentItemId, CancellationToken cancel = default)
    {
        if (await FindItemAsync(caller, contentItemId) is null) return null;
        await using var db = store.OpenRead();
        var secrets = await UserSecrets.ListAsync(db, DraftLink.Purpose, DraftLink.NameOf(contentItemId), cancel);
        return [.. secrets.Select(DraftLink.Read).Where(link => !link.IsExpired).OrderByDescending(link => link.MadeUtc)];
    }

    /// <summary>Ends a link; false when there is none of that id.</summary>
    /// <exception cref="ForbiddenException">The caller may not preview the item.</exception>
    public async Task<bool> RevokeAsync(Caller caller, string contentItemId, string linkId, CancellationToken cancel = default)
    {
        if (await FindItemAsync(caller, contentItemId) is not { } item || linkId.Length != ContentId.Length) return false;
        await using var session = await sessions.BeginAsync(caller, cancel);
        if (await UserSecrets.RemoveAsync(session.Db, DraftLink.Purpose, DraftLink.NameOf(contentItemId, linkId), cancel) == 0) return false;
        session.Note("Content", "DraftLinkRevoked", item.ContentItemId, item.ContentItemVersionId, item.DisplayText);
        await session.CommitAsync(cancel);
        return true;
    }

    /// <summary>The newest version of what the link of that token is for; null when the link is unknown, too old or revoked, its item gone, or its maker may not see the item any more.</summary>
    public async Task<ContentItem?> FindItemAsync(string token, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        await using var db = store.OpenRead();
        if (await UserSecrets.FindAsync(db, DraftLink.Purpose, Hash(token) + ".", cancel) is not { } secret) return null;
        var link = DraftLink.Read(secret);
        if (link.IsExpired || await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == link.MakerId && user.IsEnabled, cancel) is not { } maker) return null;
        return await reader.FindLatestAsync(link.ContentItemId) is { } item
            && access.AllowsItem(new Caller(maker.Id, maker.UserName, maker.RoleNames), Permissions.PreviewContent, item) ? item : null;
    }

    private async Task<ContentItem?> FindItemAsync(Caller caller, string contentItemId)
    {
        if (await reader.FindLatestAsync(contentItemId) is not { } item) return null;
        return caller.UserId is not null && access.AllowsItem(caller, Permissions.PreviewContent, item) ? item : throw new ForbiddenException(Permissions.PreviewContent);
    }

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
