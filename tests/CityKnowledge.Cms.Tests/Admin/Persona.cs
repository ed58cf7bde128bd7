using System.Security.Claims;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CityKnowledge.Cms.Tests.Admin;

/// <summary>Somebody at a browser, signed in or not, who can send any form with a valid token without having seen its page.</summary>
internal sealed class Persona : IDisposable
{
    private readonly HttpClient client;
    private readonly Site site;
    private readonly ClaimsPrincipal principal;

    private Persona(Site site, Caller caller, ClaimsPrincipal principal, string? ticket)
    {
        (this.site, Caller, this.principal, Ticket) = (site, caller, principal, ticket);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Visitor.BaseAddress };
    }

    public Caller Caller { get; }

    /// <summary>The cookie of the sign-in, name=value; null for a visitor.</summary>
    public string? Ticket { get; }

    public static Persona Visitor(Site site) => new(site, Caller.Visitor, new ClaimsPrincipal(new ClaimsIdentity()), null);

    /// <summary>A new user with these roles.</summary>
    public static async Task<Persona> SignInAsync(Site site, params string[] roles)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var id = ContentId.New();
        var user = new UserRow { Id = id, UserName = id, NormalizedUserName = id.ToUpperInvariant(), SecurityStamp = id, RoleNames = [.. roles] };
        var db = scope.ServiceProvider.GetRequiredService<StorageContext>();
        db.Users.Add(user);
        await db.SaveChangesAsync();
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<UserRow>>().CreateAsync(user);
        return new Persona(site, new Caller(id, id, roles), principal, Write(site, principal));
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, null);

    /// <summary>Sends a form with a valid token.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => SendWithTokenAsync(HttpMethod.Post, path, fields);

    /// <summary>Sends a form with a valid token, by any verb.</summary>
    public async Task<HttpResponseMessage> SendWithTokenAsync(HttpMethod verb, string path, params (string Name, string Value)[] fields)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var forgery = scope.ServiceProvider.GetRequiredService<IAntiforgery>();
        var tokens = forgery.GetTokens(new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = principal });
        var cookie = scope.ServiceProvider.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name;
        var form = fields.Append((Name: tokens.FormFieldName, Value: tokens.RequestToken!));
        return await SendAsync(verb, path, new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))), $"{cookie}={tokens.CookieToken}");
    }

    /// <summary>Sends a form as another site would: with the sign-in, without the token.</summary>
    public Task<HttpResponseMessage> SendWithoutTokenAsync(HttpMethod verb, string path) =>
        SendAsync(verb, path, new FormUrlEncodedContent([]), null);

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod verb, string path, HttpContent? body, string? cookie)
    {
        using var request = new HttpRequestMessage(verb, path) { Content = body };
        var cookies = string.Join("; ", new[] { Ticket, cookie }.OfType<string>());
        if (cookies.Length > 0) request.Headers.Add("Cookie", cookies);
        // Streams of events never end: the head of the answer is enough.
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static string Write(Site site, ClaimsPrincipal principal)
    {
        var options = site.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddHours(1) };
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme))}";
    }
}
