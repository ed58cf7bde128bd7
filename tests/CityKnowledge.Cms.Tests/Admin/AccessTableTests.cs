using System.Globalization;
using System.Net;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Tests.Architecture;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Tests.Admin;

/// <summary>Every address of the administration and of accounts × verb × kind of person, found by asking the running site what it answers.</summary>
public sealed class AccessTableTests(AccessTableTests.TableSite fixture) : IClassFixture<AccessTableTests.TableSite>
{
    /// <summary>The columns of the table. Who is called own asks for things of their own.</summary>
    internal static IReadOnlyList<(string Name, string? Role, bool Owns)> People { get; } =
    [
        ("visitor", null, false), ("no-role", "", false), ("Moderator", "Moderator", false), ("Contributor", "Contributor", false), ("own", "Contributor", true),
        ("Author", "Author", false), ("own", "Author", true), ("Editor", "Editor", false), ("Administrator", "Administrator", false),
    ];

    private Site Site => fixture.Site;

    [Fact]
    public async Task Everybody_is_answered_as_the_table_says_and_reading_changes_nothing()
    {
        var addresses = await AdminAddress.ListAsync(Site);
        var probe = new AccessProbe(Site);
        var lines = new List<(AdminAddress Address, List<string> Answers)>(addresses.Select(address => (address, new List<string>())));
        foreach (var (_, role, owns) in People)
        {
            var reading = lines.Where(line => line.Address.Verb == "GET").ToList();
            await ReadAsync(reading, probe, role, owns);
            foreach (var line in lines.Except(reading)) line.Answers.Add(await probe.ChangeAsync(line.Address, role, owns));
        }

        var unknown = probe.Samples.FindUnknown(addresses).Select(value => $"No sample for {value}: add a line to the rules of SampleValues.");
        Findings.None(AccessTable.Compare([.. lines.Select(line => AccessTable.Line(line.Address, line.Answers))]).Concat(unknown));
    }

    [Fact]
    public async Task No_change_is_made_without_the_token_of_a_form()
    {
        var changing = (await AdminAddress.ListAsync(Site)).Where(address => address.Verb != "GET").ToList();
        var samples = new SampleValues(Site);
        var taken = new List<string>();
        foreach (var address in changing)
        {
            using var person = await Persona.SignInAsync(Site, "Administrator");
            var path = address.Fill(await samples.MakeAsync(address, Caller.Site));
            var before = await FingerprintAsync();
            using var answer = await person.SendWithoutTokenAsync(new HttpMethod(address.Verb), path);
            if (answer.StatusCode != HttpStatusCode.BadRequest) taken.Add($"{address.Verb} {address.Route} answered {(int)answer.StatusCode} without a token.");
            taken.AddRange(Differences(before, await FingerprintAsync()).Select(table => $"{address.Verb} {address.Route} changed {table} without a token."));
        }

        Assert.NotEmpty(changing);
        Findings.None(taken);
    }

    private async Task ReadAsync(IReadOnlyList<(AdminAddress Address, List<string> Answers)> lines, AccessProbe probe, string? role, bool owns)
    {
        using var person = await probe.EnterAsync(role);
        var paths = new List<string>();
        foreach (var (address, _) in lines) paths.Add(await probe.FillAsync(address, owns ? person.Caller : Caller.Site));
        var before = await FingerprintAsync();
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i].Answers.Add(await AccessProbe.ReadAsync(person, paths[i]));
        }

        Findings.None(Differences(before, await FingerprintAsync()).Select(table => $"Reading as {role ?? "visitor"} changed the table {table}."));
    }

    // Everything but how far the readers of the change log have come, which follows by itself.
    private async Task<Dictionary<string, string>> FingerprintAsync()
    {
        await using var db = Site.Get<Store>().OpenRead();
        var marks = new Dictionary<string, string>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Where(table => table != "Cursors"))
        {
            marks[table] = await HashAsync(db, table);
        }

        return marks;
    }

    private static async Task<string> HashAsync(StorageContext db, string table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var rows = await command.ExecuteReaderAsync();
        var hash = new HashCode();
        var values = new object[rows.FieldCount];
        while (await rows.ReadAsync())
        {
            rows.GetValues(values);
            foreach (var value in values) hash.Add(value is byte[] bytes ? Convert.ToHexString(bytes) : value);
        }

        return hash.ToHashCode().ToString(CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Differences(Dictionary<string, string> before, Dictionary<string, string> after) =>
        before.Keys.Where(table => before[table] != after[table]);

    /// <summary>The repository's own site with its own roles.</summary>
    public sealed class TableSite : SharedSite
    {
        private protected override SiteSetup Setup { get; } = SiteSetup.CityKnowledge;
    }
}
