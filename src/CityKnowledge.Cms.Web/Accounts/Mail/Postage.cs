using System.Globalization;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Web.Accounts.Throttling;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CityKnowledge.Cms.Web.Accounts.Mail;

/// <summary>Puts letters into the outbox with the address of the site that their links need.</summary>
internal sealed class Postage(Outbox outbox, CurrentSite site, IServer server, TimeProvider clock)
{
    private const int MostAsked = 3;
    private readonly Tallies asked = new(20_000, clock);

    /// <summary>Posts a letter; false when too many wait already.</summary>
    /// <param name="recipient">The id of the user.</param>
    public async Task<bool> PostAsync(HttpContext context, LetterKind kind, string recipient) =>
        await outbox.PostAsync(new Letter(kind, recipient, await FindSiteAsync(context), CultureInfo.CurrentUICulture));

    /// <summary>Posts a link for a new password, when there is someone of this name or address and not too many were asked for.</summary>
    public async Task PostAskedAsync(HttpContext context, string nameOrEmail)
    {
        if (asked.Add(nameOrEmail.Trim().ToUpperInvariant(), TimeSpan.FromHours(1)) > MostAsked) return;
        await outbox.PostAsync(new Letter(LetterKind.ResetAsked, nameOrEmail.Trim(), await FindSiteAsync(context), CultureInfo.CurrentUICulture));
    }

    // What a visitor's request says about its host may be a trap for the reader of the mail; that of somebody signed in is taken.
    private async Task<string> FindSiteAsync(HttpContext context)
    {
        if ((await site.GetAsync()).BaseUrl is { Length: > 0 } known) return known;
        if (context.User.Identity is { IsAuthenticated: true }) return $"{context.Request.Scheme}://{context.Request.Host}";
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        return address.Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal).TrimEnd('/');
    }
}
