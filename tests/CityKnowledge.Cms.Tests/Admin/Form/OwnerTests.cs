using System.Net;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>Owner and date of creation are changed by those who hold the right, and by nobody else.</summary>
public sealed class OwnerTests(FormSite desk) : IClassFixture<FormSite>
{
    private const string NewSign = "/Admin/Contents/ContentTypes/Sign/Create";

    [Fact]
    public async Task Who_may_changes_owner_and_date_of_creation()
    {
        using var chief = await desk.Site.SignInAsync("Chief");
        var ann = await desk.AddPersonAsync("ann.of.the.desk");
        var id = await desk.PublishAsync("Given away", "x");
        var form = (await Desk.OpenAsync(chief, Desk.Edit(id))).With("CommonPart.Owner", " Ann.of.the.DESK ").With("CommonPart.CreatedUtc", "2019-05-06T07:08");

        using var saved = await form.PublishAsync();

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var item = await desk.LatestAsync(id);
        Assert.Equal((ann, new DateTime(2019, 5, 6, 7, 8, 0, DateTimeKind.Utc)), (item.Owner, item.CreatedUtc));
        Assert.False(item.Part("CommonPart").TryGetProperty("Owner", out _), "They stand on the item, not in the part.");
        var again = await Desk.OpenAsync(chief, Desk.Edit(id));
        Assert.Equal(("ann.of.the.desk", "2019-05-06T07:08"), (again["CommonPart.Owner"], again["CommonPart.CreatedUtc"]));
    }

    [Fact]
    public async Task Sent_as_loaded_they_stay_as_they_are_to_the_millisecond()
    {
        using var chief = await desk.Site.SignInAsync("Chief");
        var ann = await desk.AddPersonAsync("ann.stays");
        var id = await desk.PublishAsync("Stays", "x", new Caller(ann, "ann.stays", ["Editor"]));
        var before = await desk.LatestAsync(id);

        using var saved = await (await Desk.OpenAsync(chief, Desk.Edit(id))).With("Note.Summary.Text", "y").SaveAsync();

        var after = await desk.LatestAsync(id);
        Assert.Equal(("y", ann, before.CreatedUtc), (FormSite.Summary(after), after.Owner, after.CreatedUtc));
    }

    [Fact]
    public async Task A_new_item_belongs_to_its_writer_unless_another_owner_is_named()
    {
        using var chief = await desk.Site.SignInAsync("Chief");
        var ben = await desk.AddPersonAsync("ben");
        using var own = await (await Desk.OpenAsync(chief, Desk.NewNote)).With("TitlePart.Title", "Own").SaveAsync();
        using var bens = await (await Desk.OpenAsync(chief, Desk.NewNote)).With("TitlePart.Title", "Of Ben").With("CommonPart.Owner", "ben").SaveAsync();

        Assert.Equal(ben, (await desk.LatestAsync(FieldTests.IdOf(bens))).Owner);
        var item = await desk.LatestAsync(FieldTests.IdOf(own));
        Assert.True(item.Owner is not null && item.Owner != ben && item.CreatedUtc > DateTime.UtcNow.AddMinutes(-5));
    }

    [Fact]
    public async Task Left_empty_they_stay_as_they_are_also_in_a_form_that_was_loaded_before_its_item_was_made()
    {
        using var chief = await desk.Site.SignInAsync("Chief");
        var form = (await Desk.OpenAsync(chief, Desk.NewNote)).With("TitlePart.Title", "Begun");
        var (_, first) = await form.AutosaveAsync();
        var made = await desk.LatestAsync(first.GetProperty("edit").GetString()!.Split('/')[^2]);

        var (status, second) = await form.Take(first).With("TitlePart.Title", "Begun and gone on").AutosaveAsync();
        using var saved = await form.Take(second).SaveAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect, 0), (status, saved.StatusCode, second.GetProperty("problems").GetArrayLength()));
        var item = await desk.LatestAsync(made.ContentItemId);
        Assert.Equal(("Begun and gone on", made.Owner, made.CreatedUtc), (item.DisplayText, item.Owner, item.CreatedUtc));
        Assert.NotNull(item.Owner);
    }

    [Fact]
    public async Task An_owner_whom_nobody_knows_is_named_at_the_field_and_nothing_typed_is_lost()
    {
        const string name = "nobody <b>";
        const string message = "Nobody has the user name 'nobody <b>'. Write the name with which the owner signs in.";
        using var chief = await desk.Site.SignInAsync("Chief");
        var ann = await desk.AddPersonAsync("ann.known");
        var id = await desk.PublishAsync("Unknown owner", "before", new Caller(ann, "ann", ["Editor"]));
        var form = (await Desk.OpenAsync(chief, Desk.Edit(id))).With("Note.Summary.Text", "after").With("CommonPart.Owner", name).With("CommonPart.CreatedUtc", "2018-01-01T00:00");

        using var refused = await form.SaveAsync();
        var (status, json) = await form.AutosaveAsync();

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, status));
        var again = await Desk.OfAsync(chief, refused);
        Assert.Equal((name, "after", "2018-01-01T00:00"), (again["CommonPart.Owner"], again["Note.Summary.Text"], again["CommonPart.CreatedUtc"]));
        Assert.Contains("href=\"#CommonPart_Owner\"", again.Page, StringComparison.Ordinal);
        var problem = again.Page[again.Page.IndexOf("id=\"CommonPart_Owner_problem\"", StringComparison.Ordinal)..];
        Assert.Contains(message, WebUtility.HtmlDecode(problem[..problem.IndexOf("</p>", StringComparison.Ordinal)]), StringComparison.Ordinal);
        Assert.Equal("CommonPart.Owner", Assert.Single(json.GetProperty("problems").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal((ann, "after"), ((await desk.LatestAsync(id)).Owner, FormSite.Summary(await desk.LatestAsync(id))));
    }

    [Theory]
    [InlineData("Editor")]
    [InlineData("Helper")]
    public async Task Others_have_no_control_for_them_and_their_post_is_ignored(string role)
    {
        using var user = await desk.Site.SignInAsync(role);
        var id = await desk.PublishAsync("Not theirs", "before", new Caller("someone", "someone", ["Editor"]));
        var before = await desk.LatestAsync(id);
        var form = await Desk.OpenAsync(user, Desk.Edit(id));
        Assert.DoesNotContain("CommonPart.", form.Page, StringComparison.Ordinal);

        using var saved = await form.With("Note.Summary.Text", "after").With("CommonPart.Owner", await desk.AddPersonAsync("for" + role)).With("CommonPart.CreatedUtc", "2001-01-01T00:00").SaveAsync();

        var after = await desk.LatestAsync(id);
        Assert.Equal(("after", before.Owner, before.CreatedUtc), (FormSite.Summary(after), after.Owner, after.CreatedUtc));
    }

    [Fact]
    public async Task The_form_of_a_type_that_does_not_ask_for_them_has_neither()
    {
        using var chief = await desk.Site.SignInAsync("Chief");
        var form = await Desk.OpenAsync(chief, NewSign);

        using var saved = await form.With("TitlePart.Title", "Without").With("CommonPart.Owner", "ann").With("CommonPart.CreatedUtc", "2001-01-01T00:00").SaveAsync();

        Assert.DoesNotContain("CommonPart.", form.Page, StringComparison.Ordinal);
        Assert.True((await desk.LatestAsync(FieldTests.IdOf(saved))).CreatedUtc > DateTime.UtcNow.AddMinutes(-5));
    }

    [Fact]
    public async Task No_door_lets_others_change_them()
    {
        var helper = new Caller("h", "helper", ["Helper"]);
        var owned = ContentDraft.FromItem(await desk.LatestAsync(FormRecipe.Known));
        owned.Owner = "h";
        var dated = ContentDraft.FromItem(await desk.LatestAsync(FormRecipe.Known));
        dated.CreatedUtc = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var fresh = new ContentDraft { ContentType = "Note", CreatedUtc = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc) };

        foreach (var draft in (ContentDraft[])[owned, dated, fresh])
        {
            var refused = await Assert.ThrowsAsync<ForbiddenException>(() => desk.Site.Get<ContentEditor>().SaveDraftAsync(helper, draft));
            Assert.Equal(Permissions.EditContentOwner, refused.Permission);
        }
    }
}
