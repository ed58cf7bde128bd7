using CityKnowledge.Cms.Web.Settings;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace CityKnowledge.Cms.Web.Http;

/// <summary>Lets scripts of chosen sites read the API, as visitors do: cookies never come along.</summary>
internal static class ApiOrigins
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    public static IServiceCollection AddApiOrigins(this IServiceCollection services, SiteSettings settings) =>
        services.AddCors(options => options.AddDefaultPolicy(policy => Allow(policy, settings.ApiOrigins)));

    /// <summary>Stands before routing, which does not know the question that browsers ask first.</summary>
    public static void UseApiOrigins(this WebApplication app)
    {
        if (app.Services.GetRequiredService<SiteSettings>().ApiOrigins.Count == 0) return;
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), api => api.UseCors());
    }

    private static void Allow(CorsPolicyBuilder policy, IReadOnlyList<string> origins)
    {
        if (origins.Contains("*")) policy.AllowAnyOrigin();
        else policy.WithOrigins([.. origins]);
        policy.WithMethods("GET", "POST").WithHeaders("Content-Type", "Authorization", "Accept").SetPreflightMaxAge(Remembered);
    }
}
