using System.Globalization;
using System.Net;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Tests.Architecture;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Tests.Admin;

/// <summary>Every address of the administration and of accounts × verb × kind of person, found by asking the running site what it answers.</summary>
public sealed class AccessTableTests(AccessTableTests.TableSite fixture) : IClassFixture<AccessTableTests.TableSite>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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
        var samples = new SampleValues(Site);
        var forms = new SampleForms(Site, samples);
        var lines = new List<(AdminAddress Address, List<string> Answers)>(addresses.Select(address => (address, new List<string>())));
        foreach (var (_, role, owns) in People)
        {
            var reading = lines.Where(line => line.Address.Verb == "GET").ToList();
            await ReadAsync(reading, samples, forms, role, owns);
            foreach (var line in lines.Except(reading)) line.Answers.Add(await ChangeAsync(line.Address, samples, forms, role, owns));
        }

        var unknown = samples.FindUnknown(addresses).Select(value => $"No sample for {value}: add a line to the rules of SampleValues.");
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

    private async Task ReadAsync(IReadOnlyList<(AdminAddress Address, List<string> Answers)> lines, SampleValues samples, SampleForms forms, string? role, bool owns)
    {
        using var person = await EnterAsync(role);
        var paths = new List<string>();
        foreach (var (address, _) in lines) paths.Add(await FillAsync(address, samples, forms, owns ? person.Caller : Caller.Site));
        var before = await FingerprintAsync();
        for (var i = 0; i < lines.Count; i++)
        {
            using var answer = await person.GetAsync(paths[i]).WaitAsync(Patience);
            lines[i].Answers.Add(Describe(answer));
        }

        Findings.None(Differences(before, await FingerprintAsync()).Select(table => $"Reading as {role ?? "visitor"} changed the table {table}."));
    }

    // A new person and new things for each: what one request changes must not decide the next.
    private async Task<string> ChangeAsync(AdminAddress address, SampleValues samples, SampleForms forms, string? role, bool owns)
    {
        using var person = await EnterAsync(role);
        var owner = owns ? person.Caller : Caller.Site;
        var values = await samples.MakeAsync(address, owner);
        using var answer = await person.SendWithTokenAsync(new HttpMethod(address.Verb), address.Fill(values), await forms.MakeAsync(address, owner, values)).WaitAsync(Patience);
        await RecipesEndAsync();
        return Describe(answer);
    }

    private static async Task<string> FillAsync(AdminAddress address, SampleValues samples, SampleForms forms, Caller owner)
    {
        var values = await samples.MakeAsync(address, owner);
        var query = QueryString.Create((await forms.MakeAsync(address, owner, values)).Select(field => KeyValuePair.Create(field.Name, (string?)field.Value))).ToUriComponent();
        return address.Fill(values) + (address.Route.Contains('?', StringComparison.Ordinal) ? query.Replace('?', '&') : query);
    }

    // A recipe runs in the background, and its changes must not be taken for those of a later reader.
    private async Task RecipesEndAsync()
    {
        while (Site.Get<RecipeRuns>().Last is { IsRunning: true }) await Task.Delay(20);
    }

    private async Task<Persona> EnterAsync(string? role) =>
        role is null ? Persona.Visitor(Site) : await Persona.SignInAsync(Site, role.Length == 0 ? [] : [role]);

    private static string Describe(HttpResponseMessage answer) =>
        answer.Headers.Location is { } place && place.OriginalString.Contains("/Login", StringComparison.OrdinalIgnoreCase)
            ? "login" : ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);

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
