using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace CityKnowledge.Cms.Web.Admin.Media;

/// <summary>The library for scripts, at Orchard's addresses. Trouble is answered as <c>{ "error": "…" }</c>.</summary>
internal static class MediaApi
{
    private const int MostItems = 500;

    public static void MapMediaDesk(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/Admin/Media").AddEndpointFilter(GuardAsync);
        api.MapGet("/GetFolders", ListFolders);
        api.MapGet("/GetMediaItems", ListAsync);
        api.MapGet("/GetMediaItem", FindAsync);
        api.MapPost("/Upload", UploadAsync).WithMetadata(new AdminPageAttribute { Permission = Permissions.ManageMediaContent }, LimitOf(routes));
        api.MapPost("/CreateFolder", CreateFolderAsync);
        api.MapPost("/DeleteFolder", DeleteFolderAsync);
        api.MapPost("/DeleteMedia", DeleteAsync);
        api.MapPost("/DeleteMediaList", DeleteListAsync);
        api.MapPost("/MoveMedia", MoveAsync);
        api.MapPost("/MoveMediaList", MoveListAsync);
    }

    private static RequestSizeLimitAttribute LimitOf(IEndpointRouteBuilder routes) => new(routes.ServiceProvider.GetRequiredService<MediaLimits>().RequestSize);

    private static async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (caller, access) = (context.HttpContext.GetCaller(), context.HttpContext.RequestServices.GetRequiredService<Access>());
        if (caller.UserId is null) return Results.Json(new { error = "Sign in first." }, statusCode: StatusCodes.Status401Unauthorized);
        // Changing files is checked where it is done; before anything is read, the least that every address needs.
        if (!access.Allows(caller, Permissions.AccessAdminPanel)) return Forbidden(Permissions.AccessAdminPanel);
        if (!access.Allows(caller, Permissions.ManageMediaContent)) return Forbidden(Permissions.ManageMediaContent);
        if (!TakesUploadsAttribute.Open(context.HttpContext)) return Results.Json(new { error = "The files together are larger than what is taken in one go." }, statusCode: StatusCodes.Status413PayloadTooLarge);
        try
        {
            return await next(context);
        }
        catch (MediaException trouble)
        {
            return Results.Json(new { error = trouble.Message }, statusCode: StatusCodes.Status400BadRequest);
        }
        catch (ForbiddenException trouble)
        {
            return Forbidden(trouble.Permission);
        }
        catch (InvalidDataException trouble)
        {
            return Results.Json(new { error = trouble.Message }, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static IResult Forbidden(string permission) => Results.Json(new { error = $"This needs the permission '{permission}'." }, statusCode: StatusCodes.Status403Forbidden);

    private static IResult ListFolders(HttpContext http, MediaLibrary library, Access access, string? path)
    {
        var parent = path?.Trim('/') ?? "";
        if (!library.HasFolder(parent)) return Results.NotFound();
        var (mayCreate, mayDelete) = MayChangeFolders(http, access);
        var all = library.ListFolders();
        return Results.Ok(all.Where(folder => ParentOf(folder) == parent)
            .Select(folder => new MediaFolderJson(NameOf(folder), folder, parent, all.Any(other => ParentOf(other) == folder), mayCreate, mayDelete)));
    }

    private static async Task<IResult> ListAsync(MediaLibrary library, string? path, string? extensions, string? q, CancellationToken cancel)
    {
        var folder = path?.Trim('/') ?? "";
        if (!library.HasFolder(folder)) return Results.NotFound();
        var wanted = extensions?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [];
        var page = await library.ListAsync(folder, q, null, MostItems, cancel);
        return Results.Ok(page.Files.Where(file => wanted.Length == 0 || wanted.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)).Select(MediaItemJson.Of));
    }

    private static async Task<IResult> FindAsync(MediaLibrary library, string? path, CancellationToken cancel) =>
        path is not null && await library.FindAsync(path, cancel) is { } file ? Results.Ok(MediaItemJson.Of(file)) : Results.NotFound();

    private static async Task<IResult> UploadAsync(HttpContext http, Uploads uploads, CancellationToken cancel)
    {
        if (!http.Request.HasFormContentType) throw new MediaException($"Send the files as multipart/form-data.");
        var form = await http.Request.ReadFormAsync(cancel);
        var results = await uploads.TakeAsync(http.GetCaller(), Value(http, form, "path").Trim('/'), form.Files, cancel);
        return Results.Ok(new { files = results.Select(UploadJson.Of) });
    }

    private static async Task<IResult> CreateFolderAsync(HttpContext http, MediaEditor editor, Access access, CancellationToken cancel)
    {
        var form = await ReadAsync(http, cancel);
        var parent = Value(http, form, "path").Trim('/');
        var made = await editor.CreateFolderAsync(http.GetCaller(), parent, Value(http, form, "name"), cancel);
        var (mayCreate, mayDelete) = MayChangeFolders(http, access);
        return Results.Ok(new MediaFolderJson(NameOf(made), made, parent, false, mayCreate, mayDelete));
    }

    private static (bool Create, bool Delete) MayChangeFolders(HttpContext http, Access access) =>
        (access.Allows(http.GetCaller(), Permissions.ManageMediaContent), access.Allows(http.GetCaller(), Permissions.ManageMediaFolder));

    private static async Task<IResult> DeleteFolderAsync(HttpContext http, MediaEditor editor, CancellationToken cancel)
    {
        await editor.DeleteFolderAsync(http.GetCaller(), Value(http, await ReadAsync(http, cancel), "path"), cancel);
        return Results.Ok();
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, MediaEditor editor, CancellationToken cancel)
    {
        var form = await ReadAsync(http, cancel);
        await editor.DeleteAsync(http.GetCaller(), Value(http, form, "path"), IsForced(http, form), cancel);
        return Results.Ok();
    }

    private static async Task<IResult> DeleteListAsync(HttpContext http, MediaEditor editor, CancellationToken cancel)
    {
        var form = await ReadAsync(http, cancel);
        foreach (var path in Values(http, form, "paths")) await editor.DeleteAsync(http.GetCaller(), path, IsForced(http, form), cancel);
        return Results.Ok();
    }

    private static async Task<IResult> MoveAsync(HttpContext http, MediaEditor editor, CancellationToken cancel)
    {
        var form = await ReadAsync(http, cancel);
        var target = Value(http, form, "newPath").Trim('/');
        var moved = await editor.MoveAsync(http.GetCaller(), Value(http, form, "oldPath"), ParentOf(target), NameOf(target), cancel);
        return Results.Ok(new { newUrl = MediaUrls.Of(moved), mediaPath = moved });
    }

    private static async Task<IResult> MoveListAsync(HttpContext http, MediaEditor editor, CancellationToken cancel)
    {
        var form = await ReadAsync(http, cancel);
        var (source, target) = (FolderIn(http, form, "sourceFolder"), FolderIn(http, form, "targetFolder"));
        foreach (var name in Values(http, form, "mediaNames")) await editor.MoveAsync(http.GetCaller(), source.Length == 0 ? name : $"{source}/{name}", target, name, cancel);
        return Results.Ok();
    }

    private static async Task<IFormCollection> ReadAsync(HttpContext http, CancellationToken cancel) =>
        http.Request.HasFormContentType ? await http.Request.ReadFormAsync(cancel) : FormCollection.Empty;

    // Orchard's scripts say "root" for the library itself.
    private static string FolderIn(HttpContext http, IFormCollection form, string name) => Value(http, form, name).Trim('/') is var folder && folder == "root" ? "" : folder;

    private static string Value(HttpContext http, IFormCollection form, string name) => Values(http, form, name).FirstOrDefault() ?? "";

    private static IEnumerable<string> Values(HttpContext http, IFormCollection form, string name) =>
        form.TryGetValue(name, out var posted) || form.TryGetValue(name + "[]", out posted) ? posted.OfType<string>() : http.Request.Query[name].OfType<string>();

    private static bool IsForced(HttpContext http, IFormCollection form) => Value(http, form, "force") == "true";

    private static string ParentOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
