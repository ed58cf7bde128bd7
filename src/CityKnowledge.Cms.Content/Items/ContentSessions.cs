using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Opens <see cref="ContentSession"/>s.</summary>
public sealed class ContentSessions(Store store, SessionParts parts)
{
    /// <summary>Waits for its turn to write. Dispose the session soon: others wait.</summary>
    public async Task<ContentSession> BeginAsync(Caller caller, CancellationToken cancel = default) =>
        new(await store.BeginWriteAsync(cancel), parts, caller);
}
