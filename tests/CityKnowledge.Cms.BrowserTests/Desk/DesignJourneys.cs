using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Tests;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>People who design types and keep vocabularies, in a real browser.</summary>
public sealed class DesignJourneys(Chromium chromium)
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    [Fact]
    public async Task A_type_is_designed_and_used_without_a_restart()
    {
        await using var site = await Site.StartAsync(SiteSetup.CityKnowledge);
        var page = await DesignerAsync(site, await chromium.DesktopAsync(site));
        await page.GotoAsync("/Admin/ContentTypes/List");
        await LookAsync(page, "design-list");
        await page.GetByRole(AriaRole.Link, new() { Name = "New content type" }).ClickAsync();
        await page.GetByLabel("Display name").PressSequentiallyAsync("Bus stop");
        await Expect(page.GetByLabel("Technical name")).ToHaveValueAsync("BusStop");
        await LookAsync(page, "design-create");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the type" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Bus stop");
        await LookAsync(page, "design-empty");

        await AddFieldAsync(page, "Add the first field", "Shelter", "Text", "design-field");
        await page.GetByLabel("Choices, line 1").Or(page.GetByLabel("Name, line 1")).FillAsync("Glass");
        await page.GetByRole(AriaRole.Button, new() { Name = "One line more" }).ClickAsync();
        await Expect(page.GetByLabel("Value, line 4")).ToHaveAttributeAsync("name", "TextFieldPredefinedListEditorSettings.Options.3.Value");
        await page.GetByLabel("Name, line 4").FillAsync("Wood");
        await LookAsync(page, "design-settings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save settings" }).ClickAsync();
        await AddFieldAsync(page, "Add a field", "Passengers a day", "Numeric", null);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save settings" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Move Passengers a day up" }).ClickAsync();
        await Expect(page.Locator("#fields ~ * , section:has(#fields) .definition a").First).ToBeVisibleAsync();
        Assert.Equal(["Passengers a day", "Shelter"], await page.Locator("section:has(#fields) .definition > a").AllInnerTextsAsync());
        await LookAsync(page, "design-type");

        var schema = await site.PostGraphQlAsync("""{ __type(name: "BusStop") { fields { name } } }""");
        Assert.Contains("passengersADay", schema.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vocabulary_is_kept_on_a_phone()
    {
        await using var site = await Site.StartAsync(SiteSetup.CityKnowledge);
        var page = await DesignerAsync(site, await chromium.PhoneAsync(site));
        await page.GotoAsync("/Admin/Taxonomies");
        await LookAsync(page, "terms-list");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sustainable Development Goals" }).ClickAsync();
        await LookAsync(page, "terms-tree");
        await page.GetByLabel("Find a term").FillAsync("public transport");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Safe, affordable public transport for all", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Zero hunger", Exact = true })).ToBeHiddenAsync();
        await LookAsync(page, "terms-found");
        await page.GetByRole(AriaRole.Link, new() { Name = "Safe, affordable public transport for all", Exact = true }).ClickAsync();
        await page.GetByLabel("Name in French").FillAsync("Des transports publics pour tous");
        await LookAsync(page, "terms-edit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the term" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("was saved");
        // The branch of the term is opened, so that it is seen where it stands.
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Safe, affordable public transport for all", Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Move Safe, affordable public transport for all elsewhere" }).ClickAsync();
        await LookAsync(page, "terms-move");
        await page.GetByLabel("Below").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Move the term" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("#term-"));
        Assert.Equal(System.Net.HttpStatusCode.MovedPermanently, (await site.Visitor.GetAsync("/goals/11/2")).StatusCode);
    }

    private static async Task AddFieldAsync(IPage page, string link, string label, string kind, string? picture)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
        await page.GetByLabel("Display name").FillAsync(label);
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex($@"^\s*{kind}\b") }).CheckAsync();
        if (picture is not null) await LookAsync(page, picture);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the field" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(label);
    }

    private static async Task LookAsync(IPage page, string name)
    {
        await Chromium.ShootAsync(page, name);
        var found = await page.RunAxe(Rules);
        Assert.True(found.Violations.Length == 0, name + ": " + string.Join("; ", found.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}")));
        Assert.True(await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('main, main *')].every(e => e.closest('.scroll, .visually-hidden, [hidden]') || e.getBoundingClientRect().right <= innerWidth + 1)"), $"{name} is wider than the screen.");
    }

    // The ticket is made directly: signing in itself has journeys of its own.
    private static async Task<IPage> DesignerAsync(Site site, IPage page)
    {
        var user = new UserRow { Id = ContentId.New(), UserName = "designer", NormalizedUserName = "DESIGNER", SecurityStamp = ContentId.New(), RoleNames = [Caller.AdministratorRole] };
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StorageContext>();
        db.Users.Add(user);
        await db.SaveChangesAsync();
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<UserRow>>().CreateAsync(user);
        var cookie = site.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddHours(1) };
        var ticket = cookie.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme));
        await page.Context.AddCookiesAsync([new Cookie { Name = cookie.Cookie.Name!, Value = ticket, Url = site.Visitor.BaseAddress!.ToString() }]);
        return page;
    }
}
