using System.Net;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace CityKnowledge.Cms.Tests.Accounts;

/// <summary>Accounts on a site, and what arrives in their mailboxes.</summary>
internal static partial class Members
{
    public const string Password = "seven green bicycles";

    /// <summary>A site whose administrator is called admin and has the usual password here.</summary>
    public static SiteSetup Setup { get; } = SiteSetup.Of(
        """
        { "name": "Roles", "Roles": [
          { "Name": "Editor", "Permissions": ["AccessAdminPanel", "ListContent"] },
          { "Name": "Author", "Permissions": ["AccessAdminPanel"] },
          { "Name": "People", "Permissions": ["AccessAdminPanel", "ManageUsers"] },
          { "Name": "Owner", "Permissions": ["SiteOwner"] },
          { "Name": "Roles", "Permissions": ["AccessAdminPanel", "ManageRoles"] } ] }
        """)
        .With("OrchardCore:OrchardCore_AutoSetup:Tenants:0:AdminPassword", Password)
        .With("OrchardCore:OrchardCore_AutoSetup:Tenants:0:AdminEmail", "admin@example.org")
        .With("Accounts:PostsPerMinute", "10000");

    /// <summary>Adds a user with the usual password and the mail address name@example.org.</summary>
    public static async Task<string> AddAsync(Site site, string name, params string[] roles)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserRow>>();
        var user = new UserRow { Id = ContentId.New(), UserName = name, Email = name + "@example.org", EmailConfirmed = true, RoleNames = [.. roles] };
        Assert.True((await users.CreateAsync(user, Password)).Succeeded);
        return user.Id;
    }

    public static async Task<UserRow?> FindAsync(Site site, string name)
    {
        await using var db = site.Get<Store>().OpenRead();
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.UserName == name);
    }

    public static async Task<IReadOnlyList<string>> EventsAsync(Site site, string userId)
    {
        await using var db = site.Get<Store>().OpenRead();
        return await db.Audit.Where(row => row.Category == "User" && row.SubjectId == userId).OrderBy(row => row.Id).Select(row => row.Event).ToListAsync();
    }

    /// <summary>Signs in through the form.</summary>
    public static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string name, string password = Password) =>
        Browsing.PostFormAsync(browser, "/Login", ("UserName", name), ("Password", password));

    /// <summary>A browser in which this person has signed in through the form.</summary>
    public static async Task<HttpClient> EnterAsync(Site site, string name, string password = Password)
    {
        var browser = site.NewBrowser();
        using var answer = await SignInAsync(browser, name, password);
        Assert.Equal("/Admin", answer.Headers.Location?.ToString());
        return browser;
    }

    /// <summary>Whether the browser is still signed in.</summary>
    public static async Task<bool> IsInAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync("/Account");
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>Waits for a mail to this address that says this in its subject.</summary>
    public static async Task<MimeMessage> MailAsync(Site site, string to, string subject)
    {
        for (var patience = 500; patience > 0; patience--)
        {
            var found = Mails(site).LastOrDefault(mail => mail.To.Mailboxes.Any(box => box.Address == to) && mail.Subject!.Contains(subject, StringComparison.Ordinal));
            if (found is not null) return found;
            await Task.Delay(20);
        }

        throw new InvalidOperationException($"No mail '{subject}' to {to}; there are: {string.Join("; ", Mails(site).Select(mail => $"{mail.To} {mail.Subject}"))}");
    }

    public static IReadOnlyList<MimeMessage> Mails(Site site)
    {
        var folder = Path.Combine(site.Folder, "App_Data", "Sites", "Default", "Mails");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))] : [];
    }

    /// <summary>The path of the link in a mail.</summary>
    public static string LinkIn(MimeMessage mail) => Link().Match(mail.TextBody!).Value;

    [GeneratedRegex(@"/ResetPassword\?token=[\w-]+")]
    private static partial Regex Link();
}
