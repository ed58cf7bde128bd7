using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;

namespace CityKnowledge.Cms.Web.Setup;

/// <summary>Sets the site up in the background, while the server already tells how far it is, and then says where the site is.</summary>
internal sealed class FirstStartRun(IServiceScopeFactory all, SetupState state, SiteAddress address, IHostApplicationLifetime lifetime, ILogger<FirstStartRun> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (state.IsReady)
            {
                await address.AnnounceAsync(await FindNewTokenAsync(), stoppingToken);
                return;
            }

            await using var scope = all.CreateAsyncScope();
            var firstStart = scope.ServiceProvider.GetRequiredService<FirstStart>();
            var token = await Task.Run(() => firstStart.RunAsync(state, stoppingToken), stoppingToken);
            state.Ready();
            await address.AnnounceAsync(token, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            if (!state.IsReady) log.LogWarning("The set-up was stopped. Nothing was written; the next start begins again.");
        }
        catch (StorageException trouble)
        {
            log.LogCritical("The AutoSetup failed installing the site. {Reason}", trouble.Message);
            state.Stop(trouble.Message);
            lifetime.StopApplication();
        }
        catch (RecipeException trouble)
        {
            log.LogError("The AutoSetup failed installing the site. {Reason}", trouble.Message);
            state.Fail(trouble.Message);
        }
        catch (Exception bug)
        {
            // The edge of the background work: the server goes on to tell that there is no site, and the log why.
            log.LogError(bug, "The AutoSetup failed installing the site.");
            state.Fail("The reason is in the log.");
        }
    }

    // Who lost the password of the administrator but holds the server asks for a new link with --NewSignInLink=true.
    private async Task<string?> FindNewTokenAsync()
    {
        await using var scope = all.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (!services.GetRequiredService<AutoSetup>().NewSignInLink) return null;
        var site = await services.GetRequiredService<CurrentSite>().GetAsync();
        return site.Json.Get("SuperUser").AsText() is { } admin
            ? await OneTimeLinks.ReplaceAsync(services.GetRequiredService<StorageContext>(), admin, OneTimePurpose.SignInLink)
            : null;
    }
}
