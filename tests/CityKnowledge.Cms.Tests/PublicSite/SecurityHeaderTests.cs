using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Tests.Liquid;

namespace CityKnowledge.Cms.Tests.PublicSite;

public sealed partial class SecurityHeaderTests(SecurityHeaderTests.EveryKind fixture) : IClassFixture<SecurityHeaderTests.EveryKind>
{
    private const string Script = "document.title = 'a' + 1;";

    // An address of every door, answers that refuse and answers that fail.
    public static TheoryData<string, int> Answers => new()
    {
        { "/about", 200 },
        { "/former", 301 },
        { "/nothing-here", 404 },
        { "/broken", 500 },
        { "/Test/site.css", 200 },
        { "/Test/drawing.svg", 200 },
        { "/robots.txt", 200 },
        { "/sitemap.xml", 200 },
        { "/search", 302 },
        { "/media/dot.gif", 200 },
        { "/media/never.png", 404 },
        { "/health/live", 200 },
        { "/health/ready", 200 },
        { "/api/graphql?query={__typename}", 200 },
        { "/api/graphql", 400 },
        { "/api/queries/never", 404 },
        { "/Contents/ContentItems/never/Preview", 404 },
        { "/Drafts/never", 404 },
        { "/Login", 200 },
        { "/ChangePassword", 302 },
        { "/Admin", 302 },
        { "/Admin/nothing-here", 302 },
        { "/Users/SignInLink", 404 },
        { "/admin/dist/admin.css", 200 },
        { "/admin/dist/never.js", 404 },
        { "/Error/500", 500 },
    };

    private Site Site => fixture.Site;

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Every_answer_limits_what_browsers_do_with_it(string path, int status)
    {
        using var answer = await Site.Visitor.GetAsync(path);

        Assert.Equal(status, (int)answer.StatusCode);
        IsProtected(answer);
    }

    [Fact]
    public async Task So_do_answers_to_the_second_visitor_to_those_who_have_the_page_and_to_forms()
    {
        await Site.GetAsync("/about");
        using var kept = await Site.Visitor.GetAsync("/about");
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/about");
        asked.Headers.IfNoneMatch.Add(kept.Headers.ETag!);
        using var known = await Site.Visitor.SendAsync(asked);
        using var posted = await Site.Visitor.PostAsync("/about", null);
        using var stale = await Site.Visitor.PostAsync("/Login", null);
        using var editor = await Site.SignInAsync("Moderator");
        using var forbidden = await editor.GetAsync("/Admin");

        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(Policy(kept), Policy(known));
        Assert.Equal(HttpStatusCode.BadRequest, stale.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        foreach (var answer in new[] { kept, known, posted, stale, forbidden }) IsProtected(answer);
    }

    [Fact]
    public async Task A_site_that_is_not_set_up_yet_is_protected_too()
    {
        await using var site = await Site.StartAsync(SiteSetup.Of() with { RecipeName = "Never", AwaitReady = false });

        using var answer = await site.Visitor.GetAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        IsProtected(answer);
    }

    [Fact]
    public async Task Scripts_that_a_theme_asks_for_may_run_and_no_others()
    {
        using var answer = await Site.Visitor.GetAsync("/about");
        var page = await answer.Content.ReadAsStringAsync();
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)));

        var scripts = ScriptSources().Match(Policy(answer)).Groups[1].Value;

        Assert.Contains($"<script>{Script}</script>", page, StringComparison.Ordinal);
        Assert.Equal($"'self' 'sha256-{hash}' https://cdn.example", scripts);
        Assert.Contains("style-src 'self' 'unsafe-inline' https://fonts.example;", Policy(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_the_desk_run_only_what_carries_the_number_of_the_answer()
    {
        using var first = await Site.Visitor.GetAsync("/Login");
        using var second = await Site.Visitor.GetAsync("/Login");
        var nonce = Nonce().Match(Policy(first)).Groups[1].Value;

        Assert.NotEqual(nonce, Nonce().Match(Policy(second)).Groups[1].Value);
        Assert.True(Convert.FromBase64String(nonce).Length >= 16);
        var page = WebUtility.HtmlDecode(await first.Content.ReadAsStringAsync());
        Assert.All(Scripts().Matches(page), script => Assert.Contains($"nonce=\"{nonce}\"", script.Value, StringComparison.Ordinal));
        Assert.Contains("frame-ancestors 'self'", Policy(first), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Policy(first), StringComparison.Ordinal);
    }

    private static void IsProtected(HttpResponseMessage answer)
    {
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("SAMEORIGIN", Header(answer, "X-Frame-Options"));
        Assert.NotEmpty(Header(answer, "Referrer-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        var policy = Policy(answer);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("default-src '", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", ScriptSources().Match(policy).Value, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"));
    }

    private static string Policy(HttpResponseMessage answer) => Header(answer, "Content-Security-Policy");

    private static string Header(HttpResponseMessage answer, string name)
    {
        Assert.True(answer.Headers.TryGetValues(name, out var values), $"{answer.RequestMessage!.RequestUri!.PathAndQuery} has no {name}.");
        return Assert.Single(values!);
    }

    [GeneratedRegex("script-src ([^;]*)")]
    private static partial Regex ScriptSources();

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Scripts();

    /// <summary>A site whose theme has scripts of its own and one page that cannot be shown.</summary>
    public sealed class EveryKind : SharedSite
    {
        private protected override SiteSetup Setup { get; } = SiteSetup.Of(
            """{ "name": "Roles", "Roles": [ { "Name": "Anonymous", "Permissions": ["ViewContent", "ExecuteGraphQL", "ViewMediaContent"] } ] }""",
            """{ "name": "media", "Files": [ { "TargetPath": "dot.gif", "Base64": "R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" } ] }""",
            ThemeParts.HtmlType("Page", sanitize: true),
            ThemeParts.HtmlType("Broken", sanitize: true),
            Recipe.Content(
                Recipe.Item("Page", "40page0000000000000000000a", "About", """ "AutoroutePart": { "Path": "about" }, "HtmlBodyPart": { "Html": "<p>x</p><script>alert(1)</script>" } """),
                Recipe.Item("Page", "40page0000000000000000000b", "Moved", """ "AutoroutePart": { "Path": "former" } """),
                Recipe.Item("Broken", "40broken00000000000000000a", "Broken", """ "AutoroutePart": { "Path": "broken" } """)),
            Recipe.Content(Recipe.Item("Page", "40page0000000000000000000b", "Moved", """ "AutoroutePart": { "Path": "present" } """)))
            .WithTheme(
                ("assets/site.css", "p { color: red }"), ("assets/drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), ("views/Layout.liquid", ThemeParts.Layout),
                ("views/Content-Page.liquid", $$"""
                    {% scriptblock at: "Foot" %}{{Script}}{% endscriptblock %}
                    {% script src: "https://cdn.example/lib/a.js" %}{% script src: "~/Test/own.js" %}{% style src: "https://fonts.example/css?family=A" %}
                    <p>page</p>
                    """),
                ("views/Content-Broken.liquid", "{% include 'Never' %}"));
    }
}
