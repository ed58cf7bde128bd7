using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>Registers recipes; the steps are registered by who brings them.</summary>
public static class RecipeServices
{
    public static IServiceCollection AddRecipes(this IServiceCollection services)
    {
        services.AddSingleton<RecipeSteps>();
        services.AddSingleton<RecipeShelf>();
        services.AddSingleton<RecipeReports>();
        services.AddSingleton<RecipeRunner>();
        services.AddSingleton<RecipeAttempts>();
        services.AddSingleton<RecipeRuns>();
        services.AddSingleton(all => new RecipeScriptContext(all.GetRequiredService<IConfiguration>(), all.GetRequiredService<ILogger<RecipeRunner>>()));
        return services;
    }
}
