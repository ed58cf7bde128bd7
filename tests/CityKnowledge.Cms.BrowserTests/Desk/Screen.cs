using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>A browser page that keeps book of what screens load and complain about.</summary>
internal sealed class Screen
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    private readonly List<string> complaints = [];
    private readonly List<string> addresses = [];
    private readonly Uri site;
    private double bytes;

    private Screen(IPage page, Uri site) => (Page, this.site) = (page, site);

    public IPage Page { get; }

    /// <summary>What went over the line since the last visit began, in bytes, packed as it was sent.</summary>
    public double Bytes => bytes;

    /// <summary>What was asked for since the last visit began.</summary>
    public IReadOnlyList<string> Requests => addresses;

    /// <summary>Errors of scripts, of loading and of the content security policy since the last visit began.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>A page that keeps nothing from one visit to the next, as at a first visit.</summary>
    /// <param name="ticket">The cookie of a sign-in, name=value.</param>
    public static async Task<Screen> OpenAsync(IPage page, Uri site, string? ticket)
    {
        var screen = new Screen(page, site);
        if (ticket is not null) await screen.SetCookieAsync(ticket);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        session.Event("Network.loadingFinished").OnEvent += (_, message) => screen.bytes += message!.Value.GetProperty("encodedDataLength").GetDouble();
        page.Request += (_, request) => { if (!request.Url.StartsWith("data:", StringComparison.Ordinal)) screen.addresses.Add(request.Url); };
        page.Console += (_, message) => { if (message.Type == "error") screen.complaints.Add($"{message.Text} {message.Location}"); };
        page.PageError += (_, error) => screen.complaints.Add(error);
        return screen;
    }

    public Task SetCookieAsync(string cookie)
    {
        var end = cookie.IndexOf('=', StringComparison.Ordinal);
        return Page.Context.AddCookiesAsync([new Cookie { Name = cookie[..end], Value = cookie[(end + 1)..], Url = site.ToString() }]);
    }

    /// <summary>Opens an address and waits until nothing more is loaded; gives the status.</summary>
    public async Task<int> VisitAsync(string path)
    {
        bytes = 0;
        addresses.Clear();
        complaints.Clear();
        var answer = await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await Page.EvaluateAsync("() => new Promise(done => requestIdleCallback(done, { timeout: 1000 }))");
        return answer!.Status;
    }

    /// <summary>What axe finds on the page as it is now, one line for each element.</summary>
    public async Task<IReadOnlyList<string>> FindBarriersAsync()
    {
        var result = await Page.RunAxe(Rules);
        return [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}"))];
    }

    /// <summary>The elements that stand out of the window, when the page can be scrolled sideways.</summary>
    public async Task<IReadOnlyList<string>> FindOverflowAsync(int width)
    {
        await Page.SetViewportSizeAsync(width, 800);
        return await Page.EvaluateAsync<string[]>("""
            () => {
              const root = document.documentElement;
              if (root.scrollWidth <= root.clientWidth) return [];
              const wide = [...document.querySelectorAll('body *')].filter(element => {
                const box = element.getBoundingClientRect();
                return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1);
              });
              return [`${root.scrollWidth} px wide`, ...wide.slice(0, 5).map(element => element.outerHTML.slice(0, 120))];
            }
            """);
    }
}
