namespace CityKnowledge.Cms.Web.Accounts.Throttling;

/// <summary>One try to prove who someone is.</summary>
/// <param name="Account">The id of the user, or the unknown name as it was typed.</param>
/// <param name="Device">Set when this browser has signed in as this user before.</param>
/// <param name="IsCode">A six-digit code, of which fewer may be tried.</param>
internal sealed record SignInAttempt(string Account, string Address, string? Device, bool IsCode = false);

/// <summary>What became of asking for a try.</summary>
internal enum Permit
{
    Granted,
    /// <summary>Granted, and no other after it unless it succeeds.</summary>
    GrantedAsLast,
    Refused,
}

/// <summary>
/// Slows down guessing. Strangers share the limits of their address and of the account; a browser that has signed in
/// before has a limit of its own (OWASP's device cookies), so nobody can shut a person out by guessing from elsewhere.
/// Counts live in memory: a restart forgets them, which shuts nobody out, and device cookies outlive it.
/// </summary>
internal sealed class SignInThrottle(TimeProvider clock)
{
    private const int MostTries = 5;
    private const int MostPerAddress = 50;
    private const int MostPerAccount = 30;
    private const int MostCodes = 10;
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private readonly Tallies tallies = new(100_000, clock);

    /// <summary>Counts the try before it is made, so that tries sent at the same moment do not slip through together.</summary>
    public Permit Begin(SignInAttempt attempt)
    {
        var permit = Permit.Granted;
        foreach (var limit in Limits(attempt))
        {
            var count = tallies.Add(limit.Key, limit.Window);
            if (count > limit.Most) permit = Permit.Refused;
            else if (count == limit.Most && permit == Permit.Granted) permit = Permit.GrantedAsLast;
        }

        return permit;
    }

    /// <summary>Takes a try that was right out of the counts.</summary>
    public void Succeeded(SignInAttempt attempt)
    {
        foreach (var limit in Limits(attempt))
        {
            if (limit.IsOwn) tallies.Forget(limit.Key);
            else tallies.TakeBack(limit.Key);
        }
    }

    /// <summary>Whether this code of the user is seen for the first time: who looked over a shoulder cannot use it again.</summary>
    public bool IsFirstUse(string userId, string code) => tallies.Add($"used {userId} {code}", Short) == 1;

    private static IEnumerable<Limit> Limits(SignInAttempt attempt)
    {
        var account = attempt.IsCode ? $"code {attempt.Account}" : attempt.Account;
        if (attempt.Device is not null)
        {
            yield return attempt.IsCode ? new Limit($"device {attempt.Device} {account}", MostCodes, Long, true) : new Limit($"device {attempt.Device} {account}", MostTries, Short, true);
            yield break;
        }

        yield return new Limit($"pair {attempt.Address} {account}", MostTries, Short, true);
        yield return new Limit($"address {attempt.Address}", MostPerAddress, Short, false);
        yield return new Limit($"account {account}", attempt.IsCode ? MostCodes : MostPerAccount, Long, false);
    }

    /// <param name="IsOwn">Whether only this person counts here, so that success clears it.</param>
    private sealed record Limit(string Key, int Most, TimeSpan Window, bool IsOwn);
}
