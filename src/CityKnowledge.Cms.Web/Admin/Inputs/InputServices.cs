using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Fields.ContentPicker;

namespace CityKnowledge.Cms.Web.Admin.Inputs;

/// <summary>What the controls of the form ask the server for while a person types.</summary>
internal static class InputServices
{
    private const string Path = "/Admin/ContentFields";

    public static IServiceCollection AddInputs(this IServiceCollection services)
    {
        services.AddSingleton<Creation>();
        services.AddSingleton<NewItems>();
        services.AddSingleton<PickedEntries>();
        services.AddSingleton<PickedTerms>();
        services.AddSingleton<PickedTitles>();
        return services;
    }

    public static void MapInputs(this IEndpointRouteBuilder routes)
    {
        // The desk asks for a token of every change itself, wherever it stands in the request.
        var inputs = routes.MapGroup(Path).AddEndpointFilter(AnswerAsync).DisableAntiforgery();
        inputs.MapGet("SearchContentItems", ItemSearch.ListAsync);
        inputs.MapPost("CreateContentItem", ItemCreation.CreateAsync);
        inputs.MapGet("TermWords", TermWords.ListAsync);
        inputs.MapPost("PreviewMarkdown", MarkdownPreview.Show);
    }

    // Programs want a status where people would get a page.
    private static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var caller = call.HttpContext.GetCaller();
        var access = call.HttpContext.RequestServices.GetRequiredService<Access>();
        if (caller.UserId is null) return Results.Unauthorized();
        if (!access.Allows(caller, Permissions.AccessAdminPanel)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        try
        {
            return await next(call);
        }
        catch (ForbiddenException)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
    }
}
