using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Storage;

/// <summary>Something kept for a user under a purpose and a name; it goes when the user goes.</summary>
public sealed record UserSecret(string UserId, string Purpose, string Name, string Value);

/// <summary>Keeps the secrets of users, such as the hashes of links they gave away.</summary>
public static class UserSecrets
{
    public static void Add(StorageContext db, UserSecret secret)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(secret);
        db.UserTokens.Add(new IdentityUserToken<string> { UserId = secret.UserId, LoginProvider = secret.Purpose, Name = secret.Name, Value = secret.Value });
    }

    /// <summary>The secret whose value begins so, or null.</summary>
    public static async Task<UserSecret?> FindAsync(StorageContext db, string purpose, string valueStart, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var row = await db.UserTokens.AsNoTracking().FirstOrDefaultAsync(row => row.LoginProvider == purpose && row.Value!.StartsWith(valueStart), cancel);
        return row is null ? null : Read(row);
    }

    /// <summary>The secrets of all users whose names begin so.</summary>
    public static async Task<IReadOnlyList<UserSecret>> ListAsync(StorageContext db, string purpose, string nameStart, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await db.UserTokens.AsNoTracking().Where(row => row.LoginProvider == purpose && row.Name.StartsWith(nameStart)).ToListAsync(cancel);
        return [.. rows.Select(Read)];
    }

    /// <summary>Removes the secrets whose names begin so, at once, and says how many there were.</summary>
    public static Task<int> RemoveAsync(StorageContext db, string purpose, string nameStart, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.UserTokens.Where(row => row.LoginProvider == purpose && row.Name.StartsWith(nameStart)).ExecuteDeleteAsync(cancel);
    }

    private static UserSecret Read(IdentityUserToken<string> row) => new(row.UserId, row.LoginProvider, row.Name, row.Value ?? "");
}
