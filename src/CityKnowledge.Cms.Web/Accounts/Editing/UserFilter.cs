namespace CityKnowledge.Cms.Web.Accounts.Editing;

/// <summary>Which accounts a list shows.</summary>
internal enum UserStatus
{
    All,
    Enabled,
    Disabled,
}

/// <summary>The order of a list of accounts.</summary>
internal enum UserSort
{
    Name,
    Email,
}

/// <summary>Orchard's filter words for users: <c>status: sort: role: email:</c>, and free text for the name. What is not known falls back to the default.</summary>
internal sealed record UserFilter(string Text = "", UserStatus Status = UserStatus.All, UserSort Sort = UserSort.Name, string Role = "", string Email = "")
{
    public static UserFilter Parse(string? query)
    {
        var filter = new UserFilter();
        var free = new List<string>();
        foreach (var word in Split(query ?? ""))
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = colon > 0 ? (word[..colon].ToLowerInvariant(), word[(colon + 1)..].Trim('"')) : ("", word.Trim('"'));
            filter = name switch
            {
                "status" => filter with { Status = Choose<UserStatus>(value) },
                "sort" => filter with { Sort = Choose<UserSort>(value) },
                "role" => filter with { Role = value },
                "email" => filter with { Email = value },
                _ => Keep(filter, free, word.Trim('"')),
            };
        }

        return filter with { Text = string.Join(' ', free) };
    }

    /// <summary>The same choice as words for the search box.</summary>
    public override string ToString() => string.Join(' ', Words().Where(word => word.Length > 0));

    private IEnumerable<string> Words()
    {
        yield return Status == UserStatus.All ? "" : $"status:{Status}";
        yield return Sort == UserSort.Name ? "" : $"sort:{Sort}";
        yield return Role.Length == 0 ? "" : $"role:{Quote(Role)}";
        yield return Email.Length == 0 ? "" : $"email:{Quote(Email)}";
        yield return Text;
    }

    private static UserFilter Keep(UserFilter filter, List<string> free, string word)
    {
        if (word.Length > 0) free.Add(word);
        return filter;
    }

    // Spaces separate words, except between quotes.
    private static IEnumerable<string> Split(string query)
    {
        var start = 0;
        var quoted = false;
        for (var i = 0; i <= query.Length; i++)
        {
            if (i < query.Length && query[i] == '"') quoted = !quoted;
            if (i < query.Length && (quoted || !char.IsWhiteSpace(query[i]))) continue;
            if (i > start) yield return query[start..i];
            start = i + 1;
        }
    }

    private static TChoice Choose<TChoice>(string value)
        where TChoice : struct, Enum => !int.TryParse(value, out _) && Enum.TryParse<TChoice>(value, ignoreCase: true, out var choice) ? choice : default;

    private static string Quote(string value) => value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value;
}
