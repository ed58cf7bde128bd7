using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>Who looks at a page.</summary>
internal sealed class PageRights(Access access, Caller caller)
{
    private readonly Dictionary<string, bool> byType = new(StringComparer.Ordinal);

    public Caller Caller => caller;
    public Access Access => access;

    public bool MayView(ContentItem item)
    {
        if (!byType.TryGetValue(item.ContentType, out var all)) byType[item.ContentType] = all = access.AllowsType(caller, Permissions.ViewContent, item.ContentType);
        return all || access.AllowsItem(caller, Permissions.ViewContent, item);
    }
}
