using CityKnowledge.Cms.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>How people get in, in a real browser.</summary>
public sealed class AccountJourneys(Chromium chromium)
{
    private const string Password = "seven green bicycles";
    private static readonly SiteSetup Setup = SiteSetup.Of().With("OrchardCore:OrchardCore_AutoSetup:Tenants:0:AdminPassword", Password);

    [Fact]
    public async Task A_passkey_is_made_and_then_opens_the_account_without_a_password()
    {
        await using var site = await Site.StartAsync(Setup);
        var page = await NamedAsync(site);
        await AddAuthenticatorAsync(page);
        await page.GotoAsync("/Login");
        await page.GetByLabel("User name or mail address").FillAsync("admin");
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GotoAsync("/Account");
        await page.GetByLabel("Name, such as the device it is on").FillAsync("My <laptop>");
        await page.GetByLabel("Present password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("The passkey 'My <laptop>' was added.");
        await Expect(page.GetByLabel("Name of the passkey")).ToHaveValueAsync("My <laptop>");
        await Chromium.ShootAsync(page, "account");

        await page.Context.ClearCookiesAsync();
        // A simulated device takes the offer under the name field by itself, which could come before the click.
        await page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
        await page.GotoAsync("/Login?ReturnUrl=%2FAccount");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your account" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey 'My <laptop>'" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("was removed");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_pages_before_the_desk_are_fit_to_be_seen()
    {
        await using var site = await Site.StartAsync(Setup);
        var page = await NamedAsync(site);
        await page.GotoAsync("/Login");
        await Chromium.ShootAsync(page, "login");
        await page.GetByLabel("User name or mail address").FillAsync("admin");
        await page.GetByLabel("Password").FillAsync("wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(page.GetByText("User name or password is not right.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("User name or mail address")).ToHaveValueAsync("admin");
        await Chromium.ShootAsync(page, "login-wrong");
        await page.GotoAsync("/ForgotPassword");
        await Chromium.ShootAsync(page, "forgot");

        await page.GotoAsync("/Login");
        await page.GetByLabel("User name or mail address").FillAsync("admin");
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        foreach (var (path, name) in new[] { ("/TwoFactor", "two-factor"), ("/Account", "account-new"), ("/Admin/Users/Index", "users"), ("/Admin/Users/Create", "user-create"), ("/Admin/Roles/Index", "roles"), ("/Admin/Roles/Edit/Authenticated", "role-edit") })
        {
            await page.GotoAsync(path);
            await Chromium.ShootAsync(page, name);
        }

        await page.SetViewportSizeAsync(390, 844);
        foreach (var (path, name) in new[] { ("/Admin/Users/Index", "users-phone"), ("/Account", "account-phone"), ("/Admin/Roles/Edit/Authenticated", "role-edit-phone") })
        {
            await page.GotoAsync(path);
            await Chromium.ShootAsync(page, name);
        }

        await page.Context.CloseAsync();
    }

    // Passkeys belong to a name: the address of a test site is made of numbers.
    private async Task<IPage> NamedAsync(Site site)
    {
        var address = new UriBuilder(site.Visitor.BaseAddress!) { Host = "localhost" }.Uri;
        var page = await chromium.DesktopAsync(site);
        var context = await page.Context.Browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = address.ToString(), ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        await page.Context.CloseAsync();
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
    }
}
