using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Security;

/// <summary>Knows the people with an account by id and by name.</summary>
public sealed class People(Store store)
{
    /// <summary>The user names by id; ids of nobody are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ListNamesAsync(IEnumerable<string?> userIds, CancellationToken cancel = default)
    {
        var ids = userIds.OfType<string>().Distinct().ToArray();
        if (ids.Length == 0) return new Dictionary<string, string>();
        await using var db = store.OpenRead();
        return await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id) && user.UserName != null)
            .ToDictionaryAsync(user => user.Id, user => user.UserName!, cancel);
    }

    /// <summary>The id of the person with that user name or id, or null.</summary>
    public async Task<string?> FindIdAsync(string nameOrId, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(nameOrId);
        var normalized = nameOrId.ToUpperInvariant();
        await using var db = store.OpenRead();
        return await db.Users.Where(user => user.NormalizedUserName == normalized || user.Id == nameOrId).Select(user => user.Id).FirstOrDefaultAsync(cancel);
    }
}
