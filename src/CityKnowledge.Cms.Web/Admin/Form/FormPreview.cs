using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Liquid;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Shows what stands in a form as the public page it would become. Nothing is stored; wrong and missing values are left out.</summary>
internal static class FormPreview
{
    /// <summary>In the query of a preview inside the desk, where no notice is needed.</summary>
    private const string Panel = "panel";

    public static string AddressOf(FormTarget target) => target.Item is { } item
        ? $"/Admin/Contents/ContentItems/{Uri.EscapeDataString(item.ContentItemId)}/Preview"
        : $"/Admin/Contents/ContentTypes/{Uri.EscapeDataString(target.Type.Name)}/Preview{target.Query}";

    // The desk asks for the token of the form at every address that is no page.
    public static void MapFormPreview(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/Admin/Contents/ContentTypes/{type}/Preview", (HttpContext http, string type, FormTargets targets, FormDrafts drafts, DraftPages pages) =>
            ShowAsync(http, drafts, pages, caller => targets.FindNewAsync(caller, type, http.Request.Query[ContainedPlan.Entry])));
        routes.MapPost("/Admin/Contents/ContentItems/{id}/Preview", (HttpContext http, string id, FormTargets targets, FormDrafts drafts, DraftPages pages) =>
            ShowAsync(http, drafts, pages, caller => targets.FindAsync(caller, id)));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, FormDrafts drafts, DraftPages pages, Func<Caller, Task<FormTarget?>> find)
    {
        if (http.GetCaller() is not { UserId: not null } caller) return Results.Challenge();
        try
        {
            if (!drafts.MayEnter(caller)) return Results.Forbid();
            if (await find(caller) is not { } target) return Results.NotFound();
            var item = await drafts.ReadAsync(target, await http.Request.ReadFormAsync(http.RequestAborted));
            await pages.WriteAsync(http, item, new DraftView(Notice: !http.Request.Query.ContainsKey(Panel), Stays: true));
            return Results.Empty;
        }
        catch (ForbiddenException)
        {
            return Results.Forbid();
        }
        catch (TemplateException broken)
        {
            DraftPages.SetHeaders(http.Response);
            return Results.Text(broken.Message, "text/plain", statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }
}

/// <summary>Makes an item of what was sent, as if it had been saved.</summary>
internal sealed class FormDrafts(FormPosts posts, FormReader reader, DraftReader drafts, Access access, LiquidRights liquid)
{
    public bool MayEnter(Caller caller) => access.Allows(caller, Permissions.AccessAdminPanel);

    /// <exception cref="ForbiddenException">The caller may not preview it.</exception>
    public async Task<ContentItem> ReadAsync(FormTarget target, IFormCollection form)
    {
        var post = await posts.ReadAsync(form, target.Plan);
        var draft = reader.Read(target.Plan, post.Typed, target.Item).Draft;
        // What may not be saved is not run either.
        foreach (var problem in liquid.FindForbidden(target.Caller, target.Plan.Type, draft, target.Item?.Content ?? default))
        {
            if (problem.Path.Split('.') is [var part, var field]) draft.Part(part).Remove(field);
            else draft.Content.Remove(problem.Path);
        }

        draft.ContentItemId ??= posts.FindTicket(target.Caller, post)?.ItemId;
        draft.Owner ??= target.Caller.UserId;
        draft.Author = target.Caller.UserName;
        return await drafts.MakeAsync(target.Caller, draft);
    }
}
