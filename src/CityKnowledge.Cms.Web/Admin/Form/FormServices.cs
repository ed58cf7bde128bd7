namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>The edit form.</summary>
internal static class FormServices
{
    public static IServiceCollection AddForm(this IServiceCollection services)
    {
        services.AddSingleton<ContainedPlans>();
        services.AddSingleton<FormPlans>();
        services.AddSingleton<FormReader>();
        services.AddSingleton<FormDrafts>();
        services.AddSingleton<FormTickets>();
        services.AddSingleton<FormPosts>();
        services.AddSingleton<FormSaves>();
        services.AddSingleton<FormTargets>();
        services.AddSingleton<FormWriter>();
        services.AddSingleton<FormSaving>();
        services.AddSingleton<FormScreens>();
        services.AddSingleton<FormReplies>();
        services.AddSingleton<EditorViews>();
        services.AddSingleton<FormNames>();
        services.AddSingleton<Lists.ContainedLists>();
        services.AddScoped<FormAnswers>();
        services.AddScoped<FormDesk>();
        services.AddSingleton<Presence>();
        return services;
    }

    public static void MapForm(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/Admin/FormToken", FormToken.Give);
        routes.MapGet("/Admin/Contents/ContentItems/{id}/Presence", PresenceEndpoint.Watch);
        routes.MapFormPreview();
    }
}
