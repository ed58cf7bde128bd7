namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>What some screens are asked with, since their address alone says too little.</summary>
internal static class ScreenQueries
{
    // A part of its own, which several types share, and the recipe that has nothing to change.
    private static readonly Dictionary<string, string> Instead = new(StringComparer.Ordinal)
    {
        ["/Admin/ContentParts/Delete/{id}"] = "/Admin/ContentParts/Delete/Knowledge",
        ["/Admin/ContentParts/Edit/{id}"] = "/Admin/ContentParts/Edit/Knowledge",
        ["/Admin/ContentParts/{id}/Fields/{name}/Edit"] = "/Admin/ContentParts/Knowledge/Fields/Summary/Edit",
        ["/Admin/ContentParts/{id}/Fields/{name}/Remove"] = "/Admin/ContentParts/Knowledge/Fields/Summary/Remove",
        ["/Admin/Recipes/Run"] = "/Admin/Recipes/Run?name=CityKnowledgeDemo",
    };

    private static readonly HashSet<string> Refusing = new(StringComparer.Ordinal)
    {
        // They show something only to who comes with a token from a mail, or in the middle of signing in.
        "/Users/SignInLink", "/ResetPassword", "/LoginWithTwoFactorAuthentication",

        // There is nothing.
        "/Admin/{address}",

        // They answer forms; read, they lead back to the list.
        "/Admin/Contents/BulkAction", "/Admin/ContentParts/{id}/Fields/Move", "/Admin/Lists/Order/{id}",

        // They need files, a second version or something in the bin: the journeys of the library, of history and of the list look at them.
        "/Admin/AuditTrail/{contentItemId}/Compare", "/Admin/Contents/Bin/{contentItemId}/Purge",
        "/Admin/Media/Delete", "/Admin/Media/Describe", "/Admin/Media/File", "/Admin/Media/Folder", "/Admin/Media/Folder/Delete",
    };

    /// <summary>The address to ask for in place of the one made from samples; null for that one.</summary>
    public static string? Find(string route) => Instead.GetValueOrDefault(route);

    /// <summary>Whether a screen may answer something else than 200 to an administrator who only knows its address.</summary>
    public static bool MayRefuse(string route) => Refusing.Contains(route);
}
