using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CityKnowledge.Cms.Web.Setup;

/// <summary>Tells the person at the console where the site is.</summary>
internal sealed class SiteAddress(IServer server, IHostApplicationLifetime lifetime, CurrentSite site, TextWriter console)
{
    /// <summary>Prints one line.</summary>
    /// <param name="token">Of the one-time sign-in link, or null.</param>
    public async Task AnnounceAsync(string? token, CancellationToken cancel)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStarted = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(cancel);
        var address = Find();
        var link = token is null ? "" : $" Sign in as administrator, once: {address}{OneTimeLinks.SignInPath}?token={token}";
        await console.WriteLineAsync($"{(await site.GetAsync(cancel)).SiteName} is ready at {address}{(link.Length == 0 ? "" : ".")}{link}");
    }

    private string Find()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        return address.Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("*", "localhost", StringComparison.Ordinal)
            .Replace("+", "localhost", StringComparison.Ordinal)
            .TrimEnd('/');
    }
}
