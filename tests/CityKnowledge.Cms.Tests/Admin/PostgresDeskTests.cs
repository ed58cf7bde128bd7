using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Tests.Architecture;
using CityKnowledge.Cms.Tests.Storage;

namespace CityKnowledge.Cms.Tests.Admin;

/// <summary>The whole desk on PostgreSQL: its queries are not those of SQLite.</summary>
public sealed class PostgresDeskTests(PostgresDeskTests.OnPostgres fixture) : IClassFixture<PostgresDeskTests.OnPostgres>
{
    private const string Administrator = "Administrator";

    [Fact]
    public async Task The_administrator_is_answered_as_on_the_embedded_database()
    {
        var (site, probe) = (fixture.Site, new AccessProbe(fixture.Site));
        var written = AccessTable.Read().ToDictionary(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..2]), line => line.Split(' ')[^1]);
        var different = new List<string>();
        foreach (var address in await AdminAddress.ListAsync(site))
        {
            var (name, answer) = ($"{address.Verb} {address.Route}", await AskAsync(probe, address));
            if (!written.TryGetValue(name, out var expected) || expected != answer) different.Add($"{name} answered {answer} instead of {expected}.");
        }

        Assert.Equal(DatabaseProvider.Postgres, site.Get<StorageSettings>().Provider);
        Assert.NotEmpty(written);
        Findings.None(different);
    }

    [Theory]
    [InlineData("/Admin/Contents/ContentItems?q=tram%00s")]
    [InlineData("/Admin/Contents/ContentItems?q=type:Practice%20owner:a%00b%20term:x%00y")]
    [InlineData("/Admin/Contents/ContentItems?type=Pr%00actice&owner=a%00b")]
    [InlineData("/Admin/Contents/Bin?q=tram%00s")]
    [InlineData("/Admin/Users/Index?q=a%00b")]
    [InlineData("/Admin/AuditTrail?q=a%00b&by=c%00d")]
    [InlineData("/Admin/ContentFields/SearchContentItems?part=Practice&field=Cities&query=Gh%00ent")]
    [InlineData("/search?q=tram%00s")]
    [InlineData("/practices?page=a%00b")]
    [InlineData("/api/graphql?query=%7Bpractice(where:%7BdisplayText_contains:%22a%5Cu0000b%22,contentItemId_in:%5B%22a%5Cu0000%22%5D%7D)%7BcontentItemId%7D%7D")]
    public async Task A_character_that_no_text_can_hold_finds_nothing_and_breaks_nothing(string address)
    {
        using var administrator = await Persona.SignInAsync(fixture.Site, Administrator);

        using var answer = await administrator.GetAsync(address);

        Assert.True((int)answer.StatusCode < 500, $"{address} answered {(int)answer.StatusCode}");
        Assert.DoesNotContain("\"errors\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(AccessProbe probe, AdminAddress address)
    {
        if (address.Verb != "GET") return await probe.ChangeAsync(address, Administrator, owns: false);
        using var person = await probe.EnterAsync(Administrator);
        return await AccessProbe.ReadAsync(person, await probe.FillAsync(address, Caller.Site));
    }

    public sealed class OnPostgres(PostgresServer server) : SharedSite
    {
        private protected override SiteSetup Setup => SiteSetup.CityKnowledge;

        private protected override Task<SiteSetup> CompleteAsync(SiteSetup setup) => server.UseForAsync(setup);
    }
}
