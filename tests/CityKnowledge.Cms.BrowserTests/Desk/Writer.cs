using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Tests;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>A person who writes in the form, in a browser of their own.</summary>
internal sealed class Writer
{
    public const string Create = "/Admin/Contents/ContentTypes/Person/Create";
    private const string Password = "a long enough password";
    private const string TitleBox = "#TitlePart_Title";
    private const string SummaryBox = "#Knowledge_Summary_Text";
    private readonly Site site;

    private Writer(Site site, IPage page, string name) => (this.site, Page, Name) = (site, page, name);

    public IPage Page { get; }

    public string Name { get; }

    public ILocator Title => Page.Locator(TitleBox);

    public ILocator Summary => Page.Locator(SummaryBox);

    public ILocator State => Page.Locator(".save-state");

    /// <summary>The id in the address of the form.</summary>
    public string ItemId => new Uri(Page.Url).Segments[^2].Trim('/');

    public static async Task<Writer> SignInAsync(Site site, IPage page, string name, string role = "Editor")
    {
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<UserRow>>();
            var user = new UserRow { Id = ContentId.New(), UserName = name, SecurityStamp = name, Email = $"{name}@example.org", RoleNames = [role] };
            var made = await users.CreateAsync(user, Password);
            Assert.True(made.Succeeded, made.ToString());
        }

        var writer = new Writer(site, page, name);
        await page.GotoAsync("/Login");
        await writer.SignInAsync(page.Locator("main form"));
        await page.WaitForURLAsync("**/Admin");
        return writer;
    }

    /// <summary>Fills in a sign-in form on the page.</summary>
    public async Task SignInAsync(ILocator form)
    {
        await form.Locator("[name=UserName]").FillAsync(Name);
        await form.Locator("[name=Password]").FillAsync(Password);
        await form.Locator("button[type=submit], button:not([type])").First.ClickAsync();
    }

    public Task OpenAsync(string address) => Page.GotoAsync(address);

    /// <summary>Waits until the form says this of itself, such as "saved" or "offline".</summary>
    public Task StateIsAsync(string state) => Assertions.Expect(State).ToHaveAttributeAsync("data-state", state, new() { Timeout = 60_000 });

    public async Task<ContentItem?> LatestAsync() => await site.Get<ContentReader>().FindLatestAsync(ItemId);

    public async Task<string?> StoredSummaryAsync() => (await LatestAsync())?.Field("Knowledge", "Summary").Get("Text").AsText();
}
