using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>The site of the form tests. Each test makes the items it changes.</summary>
public sealed class FormSite : SharedSite
{
    private protected override SiteSetup Setup => FormRecipe.Setup;

    /// <summary>The id of a new published note.</summary>
    internal async Task<string> PublishAsync(string title, string summary, Caller? owner = null)
    {
        var draft = new ContentDraft { ContentType = "Note" };
        draft.Part("TitlePart")["Title"] = title;
        draft.Part("Note")["Summary"] = new JsonObject { ["Text"] = summary };
        draft.Part("Note")["Year"] = new JsonObject { ["Value"] = 2000 };
        return (await Site.Get<ContentEditor>().SaveAndPublishAsync(owner ?? Caller.Site, draft)).ContentItemId;
    }

    /// <summary>The id of a new person with that user name, who has no roles.</summary>
    internal async Task<string> AddPersonAsync(string name)
    {
        var id = ContentId.New();
        await using var session = await Site.Get<ContentSessions>().BeginAsync(Caller.Site);
        session.Db.Users.Add(new UserRow { Id = id, UserName = name, NormalizedUserName = name.ToUpperInvariant(), SecurityStamp = id, RoleNames = [] });
        await session.Db.SaveChangesAsync();
        await session.CommitAsync();
        return id;
    }

    internal async Task<ContentItem> LatestAsync(string id) => (await Site.Get<ContentReader>().FindLatestAsync(id))!;

    /// <summary>How many items there are with that title.</summary>
    internal async Task<int> CountAsync(string title)
    {
        await using var db = Site.Get<Store>().OpenRead();
        return await db.Versions.Where(row => row.Title == title).Select(row => row.DocumentId).Distinct().CountAsync();
    }

    /// <summary>How often someone did that to the item.</summary>
    internal async Task<int> CountAsync(string id, string happened)
    {
        await using var db = Site.Get<Store>().OpenRead();
        return await db.Audit.CountAsync(row => row.SubjectId == id && row.Event == happened);
    }

    internal static string? Summary(ContentItem item) => item.Field("Note", "Summary").Get("Text").AsText();
}
