namespace CityKnowledge.Cms.Web.Admin.Contents;

/// <summary>Orchard's addresses of items in the administration.</summary>
internal static class ItemAddresses
{
    public const string Items = "/Admin/Contents/ContentItems";

    public static string Edit(string contentItemId) => $"{Items}/{Uri.EscapeDataString(contentItemId)}/Edit";

    public static string Create(string type) => $"/Admin/Contents/ContentTypes/{Uri.EscapeDataString(type)}/Create";

    public static string History(string contentItemId) => $"/Admin/AuditTrail/{Uri.EscapeDataString(contentItemId)}";

    public static string View(string contentItemId) => $"/Contents/ContentItems/{Uri.EscapeDataString(contentItemId)}";

    public static string Preview(string contentItemId) => View(contentItemId) + "/Preview";

    /// <summary>The list with a filter.</summary>
    public static string List(string filter, string? after = null)
    {
        var query = QueryString.Empty;
        if (filter.Length > 0) query = query.Add("q", filter);
        if (after is not null) query = query.Add("after", after);
        return Items + query.ToUriComponent();
    }
}
