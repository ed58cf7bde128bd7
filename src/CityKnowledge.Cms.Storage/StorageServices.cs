using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CityKnowledge.Cms.Storage;

/// <summary>Registers the database.</summary>
public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<Store>();
        services.AddSingleton(_ => Contexts(settings));
        // Accounts (ASP.NET Core Identity) ask for the context of the request.
        services.AddScoped(all => all.GetRequiredService<IDbContextFactory<StorageContext>>().CreateDbContext());
        return services;
    }

    private static IDbContextFactory<StorageContext> Contexts(StorageSettings settings) => settings.Provider switch
    {
        DatabaseProvider.Postgres => Pool(new DbContextOptionsBuilder<PostgresStorageContext>().UseNpgsql(settings.ConnectionString).AddInterceptors(new SoundPostgres())),
        _ => Pool(new DbContextOptionsBuilder<SqliteStorageContext>()
            .UseSqlite(settings.ConnectionString)
            .AddInterceptors(new DurableSqlite())),
    };

    private static ContextFactory<TContext> Pool<TContext>(DbContextOptionsBuilder<TContext> options)
        where TContext : StorageContext =>
        new(new PooledDbContextFactory<TContext>(options.EnableThreadSafetyChecks(false).Options));

    private sealed class ContextFactory<TContext>(PooledDbContextFactory<TContext> pool) : IDbContextFactory<StorageContext>
        where TContext : StorageContext
    {
        public StorageContext CreateDbContext() => pool.CreateDbContext();
    }
}
