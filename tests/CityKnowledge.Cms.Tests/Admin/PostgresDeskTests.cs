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
