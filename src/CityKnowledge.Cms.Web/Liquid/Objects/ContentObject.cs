using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Objects;

/// <summary><c>Content</c>: items by handle, as in <c>Content["alias:about"]</c> or <c>Content.Slug["about"]</c>.</summary>
internal sealed class ContentObject : TemplateObject
{
    protected override ValueTask<FluidValue> MemberAsync(string name, PageContext context) => name switch
    {
        "Alias" => new(ByHandle.Alias),
        "Slug" => new(ByHandle.Slug),
        "ContentItemId" => new(ByHandle.Id),
        "ContentItemVersionId" => new(ByVersion.Instance),
        "Latest" => new(Latest.Instance),
        _ => FindAsync(name, context),
    };

    private static async ValueTask<FluidValue> FindAsync(string handle, PageContext context) =>
        Show(await Reader(context).FindHandleAsync(handle), context);

    private static ContentReader Reader(PageContext context) => context.Page.Http.RequestServices.GetRequiredService<ContentReader>();

    private static FluidValue Show(ContentItem? item, PageContext context) =>
        item is not null && context.Page.MayView(item) ? new LiquidItem(item) : NilValue.Instance;

    private sealed class ByHandle(string kind) : TemplateObject
    {
        public static ByHandle Alias { get; } = new("alias:");
        public static ByHandle Slug { get; } = new("slug:");
        public static ByHandle Id { get; } = new("contentitemid:");

        protected override ValueTask<FluidValue> MemberAsync(string name, PageContext context) => FindAsync(kind + name, context);
    }

    private sealed class ByVersion : TemplateObject
    {
        public static ByVersion Instance { get; } = new();

        protected override async ValueTask<FluidValue> MemberAsync(string name, PageContext context) =>
            await Reader(context).FindVersionAsync(name) is { } item && (item.Published || MayPreview(item, context)) ? Show(item, context) : NilValue.Instance;
    }

    private sealed class Latest : TemplateObject
    {
        public static Latest Instance { get; } = new();

        protected override async ValueTask<FluidValue> MemberAsync(string name, PageContext context)
        {
            if (await Reader(context).FindHandleAsync(name) is not { } published) return NilValue.Instance;
            var latest = await Reader(context).FindLatestAsync(published.ContentItemId) ?? published;
            return Show(latest.Published || MayPreview(latest, context) ? latest : published, context);
        }
    }

    // A draft is shown to those who may edit it, whatever a template asks for.
    private static bool MayPreview(ContentItem item, PageContext context)
    {
        context.Page.MayBeShared = false;
        return context.Page.Rights.Access.AllowsItem(context.Page.Rights.Caller, Permissions.PreviewContent, item);
    }
}
