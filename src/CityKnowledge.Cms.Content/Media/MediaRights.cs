using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>What every change of the media library needs: the right, a note of the deed, and knowing who would miss a file.</summary>
public sealed class MediaRights(Access access, ContentSessions sessions, MediaUse use)
{
    /// <exception cref="ForbiddenException">The caller lacks the permission.</exception>
    public void Require(Caller caller, string permission)
    {
        if (!access.Allows(caller, permission)) throw new ForbiddenException(permission);
    }

    /// <summary>Whether the caller may describe, move and delete this file: who uploaded it, and who changes the files of others.</summary>
    public bool MayChange(Caller caller, MediaFile file)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(file);
        return access.Allows(caller, PermissionToChange(caller, file));
    }

    /// <exception cref="ForbiddenException">The caller may not change this file.</exception>
    public void RequireChange(Caller caller, MediaFile file) => Require(caller, PermissionToChange(caller, file));

    /// <summary>The items that use one of these paths; of those the caller may not see only the number is told.</summary>
    public async Task<MediaUsers> ListUsersAsync(Caller caller, IReadOnlyCollection<string> paths, CancellationToken cancel = default)
    {
        var users = await use.ListAsync(paths, cancel);
        var seen = users.Where(user => MaySee(caller, user)).Select(user => user with { MayEdit = May(caller, Permissions.EditContent, user) }).ToList();
        return new MediaUsers(seen, users.Count - seen.Count);
    }

    /// <summary>Writes the deed into the audit trail.</summary>
    public async Task NoteAsync(Caller caller, string happened, string path, CancellationToken cancel = default)
    {
        await using var session = await sessions.BeginAsync(caller, cancel);
        session.Note("Media", happened, null, null, path);
        await session.CommitAsync(cancel);
    }

    private static string PermissionToChange(Caller caller, MediaFile file) =>
        caller.UserId is not null && caller.UserId == file.Note.UploadedById ? Permissions.ManageMediaContent : Permissions.ManageOthersMediaContent;

    private bool MaySee(Caller caller, MediaUser user) =>
        May(caller, Permissions.EditContent, user) || (user.Published && May(caller, Permissions.ViewContent, user));

    private bool May(Caller caller, string permission, MediaUser user) =>
        access.AllowsType(caller, permission, user.ContentType)
        || (caller.UserId is not null && caller.UserId == user.Owner && access.AllowsType(caller, Access.OwnForm(permission), user.ContentType));
}
