using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Web.GraphQl.Running;

/// <summary>How far a permission reaches within a type.</summary>
internal enum Reach
{
    None,
    /// <summary>The caller's own items.</summary>
    Own,
    All,
}

/// <summary>What the caller of one request may see, looked up once per type.</summary>
internal sealed class ViewRights(Access access, Caller caller)
{
    // Orchard does not imply PreviewOwnContent by EditOwnContent; who may edit a draft may see it here.
    private static readonly string[] PreviewOwn = ["PreviewOwnContent", "EditOwnContent"];
    private readonly Dictionary<string, Reach> toView = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Reach> toPreview = new(StringComparer.Ordinal);

    public Caller Caller => caller;

    public Reach ToView(string type) => Find(toView, type, Permissions.ViewContent, [Permissions.ViewOwnContent]);

    /// <summary>Whether versions that are not published may be seen; needs the right to preview or edit.</summary>
    public Reach ToPreview(string type) => Find(toPreview, type, Permissions.PreviewContent, PreviewOwn);

    public bool MayView(ContentItem item) =>
        Covers(ToView(item.ContentType), item) && (item.Published || Covers(ToPreview(item.ContentType), item));

    private bool Covers(Reach reach, ContentItem item) =>
        reach == Reach.All || (reach == Reach.Own && caller.UserId is { } user && item.Owner == user);

    private Reach Find(Dictionary<string, Reach> known, string type, string permission, string[] ownForms)
    {
        if (known.TryGetValue(type, out var reach)) return reach;
        reach = access.AllowsType(caller, permission, type) ? Reach.All
            : Array.Exists(ownForms, own => access.AllowsType(caller, own, type)) ? Reach.Own
            : Reach.None;
        return known[type] = reach;
    }
}
