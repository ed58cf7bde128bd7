using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.Start;

/// <summary>The first page shows what waits for this person, and nothing they may not see.</summary>
public sealed class StartTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync(DeskSite.Of(DeskSite.Practice("1", "Public practice"), DeskSite.Secret("2", "A secret")));
        await DeskSite.SaveAsync(site, "Draft of another", change: draft => draft.Part(Schedule.PublishPart)[Schedule.PublishMember] = "2099-05-01T08:00:00Z");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("Guest", "Your roles|your roles", "Public practice|A secret|Draft of another|ContentTypes/Practice/Create")]
    [InlineData("Reader", "Public practice", "A secret|Draft of another|Scheduled|ContentTypes/Practice/Create")]
    [InlineData("Editor", "Public practice|Draft of another|id=\"scheduled\"|ContentTypes/Practice/Create", "A secret|My drafts")]
    [InlineData(Caller.AdministratorRole, "Public practice|Draft of another|A secret", "My drafts")]
    public async Task A_person_sees_what_their_role_allows(string role, string seen, string hidden)
    {
        using var browser = await site.SignInAsync(role);

        var page = await site.GetAsync("/Admin", browser);

        if (role == "Guest") Assert.Matches(seen, page);
        else Assert.All(seen.Split('|'), text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.All(hidden.Split('|'), text => Assert.DoesNotContain(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Counts_are_those_of_what_one_may_see()
    {
        using var editor = await site.SignInAsync("Editor");
        using var reader = await site.SignInAsync("Reader");

        Assert.Contains("status%3ADraft\">1</a>", await site.GetAsync("/Admin", editor), StringComparison.Ordinal);
        Assert.DoesNotContain("status%3ADraft", await site.GetAsync("/Admin", reader), StringComparison.Ordinal);
    }
}
