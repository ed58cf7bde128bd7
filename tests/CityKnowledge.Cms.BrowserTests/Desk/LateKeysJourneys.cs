using CityKnowledge.Cms.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>On a slow line a form is on its way for seconds, and people go on typing.</summary>
public sealed class LateKeysJourneys(Chromium chromium)
{
    [Fact]
    public async Task What_is_typed_between_the_button_and_its_answer_is_offered_afterwards()
    {
        await using var site = await Site.StartAsync(SiteSetup.CityKnowledge);
        var anna = await Writer.SignInAsync(site, await chromium.DesktopAsync(site), "anna");
        await anna.OpenAsync(Writer.Create);
        await anna.Title.FillAsync("Ada Writer");
        await anna.Summary.FillAsync("Saved.");
        await anna.StateIsAsync("saved");
        var (sent, line) = (new TaskCompletionSource(), new TaskCompletionSource());
        await anna.Page.RouteAsync("**/Edit", async route =>
        {
            if (route.Request.Method == "POST" && route.Request.PostData?.Contains("submit.Save", StringComparison.Ordinal) == true)
            {
                sent.TrySetResult();
                await line.Task;
            }

            await route.ContinueAsync();
        });

        await anna.Page.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).EvaluateAsync("button => button.click()");
        await sent.Task;
        // Locators wait for the answer; the keyboard does not, and the box still has the focus.
        await anna.Page.Keyboard.TypeAsync(" Typed late.");
        await Task.Delay(300);
        line.SetResult();

        await Expect(anna.Page.Locator(".restore")).ToBeVisibleAsync();
        await Expect(anna.Summary).ToHaveValueAsync("Saved.");
        await anna.Page.Locator(".restore button").First.ClickAsync();
        await Expect(anna.Summary).ToHaveValueAsync("Saved. Typed late.");
        await anna.StateIsAsync("saved");
        Assert.Equal("Saved. Typed late.", await anna.StoredSummaryAsync());
    }
}
