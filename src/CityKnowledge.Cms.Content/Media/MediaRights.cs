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

    public Task<IReadOnlyList<MediaUser>> ListUsersAsync(IReadOnlyCollection<string> paths, CancellationToken cancel = default) => use.ListAsync(paths, cancel);

    /// <summary>Writes the deed into the audit trail.</summary>
    public async Task NoteAsync(Caller caller, string happened, string path, CancellationToken cancel = default)
    {
        await using var session = await sessions.BeginAsync(caller, cancel);
        session.Note("Media", happened, null, null, path);
        await session.CommitAsync(cancel);
    }
}
