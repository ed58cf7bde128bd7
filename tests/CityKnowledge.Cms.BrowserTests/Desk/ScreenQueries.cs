namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>What some screens are asked with, since their address alone says too little.</summary>
internal static class ScreenQueries
{
    private static readonly Dictionary<string, string> Queries = new(StringComparer.Ordinal);

    // They show something only to who comes with a token from a mail.
    private static readonly HashSet<string> Refusing = new(StringComparer.Ordinal) { "/Users/SignInLink", "/ResetPassword", "/LoginWithTwoFactorAuthentication" };

    public static string? Find(string route) => Queries.GetValueOrDefault(route);

    /// <summary>Whether a screen may answer something else than 200 to an administrator who only knows its address.</summary>
    public static bool MayRefuse(string route) => Refusing.Contains(route);
}
