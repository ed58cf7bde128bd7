using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.Extensions.DependencyInjection;

namespace CityKnowledge.Cms.Tests.Admin;

/// <summary>
/// Gives the values that stand in addresses: real ids of things made for one request, which it may change or delete. To
/// teach it the value of a new screen, add a line to <see cref="Rules"/>.
/// </summary>
/// <param name="known">Things that are there already, for a site that must stay as it is.</param>
internal sealed class SampleValues(Site site, KnownThings? known = null)
{
    private int count;

    // The first rule whose address begins so and whose name is the same wins.
    private IReadOnlyList<(string Address, string Parameter, Func<SampleValues, Caller, Task<string>> Make)> Rules { get; } =
    [
        ("/Admin/Contents/Bin/", "contentItemId", async (samples, owner) => await samples.BinnedAsync(owner)),
        ("/Admin/Contents/ContentItems/", "contentTypeId", (samples, _) => Task.FromResult(samples.Type)),
        ("/Admin/Contents/ContentItems/", "id", async (samples, owner) => await samples.ItemAsync(owner)),
        ("/Admin/Contents/ContentTypes/", "type", (samples, _) => Task.FromResult(samples.Type)),
        ("/Admin/Contents/ContentTypes/", "id", (samples, _) => Task.FromResult(samples.Type)),
        ("/Admin/ContentTypes/", "id", async (samples, _) => await samples.TypeAsync()),
        ("/Admin/ContentParts/", "id", async (samples, _) => await samples.TypeAsync()),
        ("/Admin/Lists/", "id", async (samples, owner) => await samples.ItemAsync(owner)),
        ("/Admin/Users/", "id", async (samples, _) => await samples.UserAsync()),
        ("/Admin/Roles/", "id", async (samples, _) => await samples.RoleAsync()),
        ("/Admin/Lucene/", "handler", (_, _) => Task.FromResult("Rebuild")),
        ("/Admin/Recipes/Report/", "id", async (samples, _) => await samples.ReportAsync()),
        ("/Admin/Lucene/", "id", (_, _) => Task.FromResult("Knowledge")),
        ("/Admin/Taxonomies/", "id", async (samples, _) => await samples.TaxonomyAsync()),
        ("/Admin/Themes/", "handler", (_, _) => Task.FromResult("SetCurrentTheme")),
        ("/Admin/Themes/", "id", (_, _) => Task.FromResult("CityKnowledge")),
        ("/Admin/Settings/", "groupId", (_, _) => Task.FromResult("general")),
        ("/Admin/", "address", (_, _) => Task.FromResult("Nowhere/AtAll")),
        ("/Drafts/", "token", async (samples, _) => await samples.LinkAsync()),
        ("", "contentItemId", async (samples, owner) => await samples.ItemAsync(owner)),
        ("", "taxonomyContentItemId", async (samples, _) => await samples.TaxonomyAsync()),
    ];

    // Values of one address that belong together, such as an item and a version of it, are made by name from the first one.
    private IReadOnlyList<(string Address, string Parameter, Func<Site, string, Task<string>> Find)> Second { get; } =
    [
        ("", "contentItemVersionId", async (site, item) => (await site.Get<ContentReader>().FindLatestAsync(item))!.ContentItemVersionId!),
        ("", "versionId", async (site, item) => (await site.Get<ContentReader>().FindLatestAsync(item))!.ContentItemVersionId!),
        ("", "version", async (site, item) => (await site.Get<ContentReader>().FindLatestAsync(item))!.ContentItemVersionId!),
        ("", "taxonomyItemId", (site, taxonomy) => TermAsync(site, taxonomy)),
        ("/Admin/ContentTypes/", "name", (_, type) => Task.FromResult(type)),
        ("/Admin/ContentParts/", "name", (_, _) => Task.FromResult("Words")),
    ];

    /// <summary>A value for every name in the address, of things that belong to this person where things have owners.</summary>
    public async Task<IReadOnlyDictionary<string, string>> MakeAsync(AdminAddress address, Caller owner)
    {
        var values = new Dictionary<string, string>();
        foreach (var parameter in address.Parameters)
        {
            if (values.Count > 0 && Second.FirstOrDefault(rule => Fits(rule.Address, rule.Parameter, address, parameter)) is { Find: { } find }) values[parameter] = await find(site, values.Values.First());
            else if (Rules.FirstOrDefault(rule => Fits(rule.Address, rule.Parameter, address, parameter)) is { Make: { } make }) values[parameter] = await make(this, owner);
            else values[parameter] = "unknown";
        }

        return values;
    }

    /// <summary>What stands in addresses and has no rule yet: such an address is asked for something that does not exist, which proves little.</summary>
    public IEnumerable<string> FindUnknown(IEnumerable<AdminAddress> addresses) =>
        from address in addresses
        from parameter in address.Parameters
        where !Rules.Any(rule => Fits(rule.Address, rule.Parameter, address, parameter)) && !Second.Any(rule => Fits(rule.Address, rule.Parameter, address, parameter))
        select $"{{{parameter}}} of {address.Verb} {address.Route}";

    private static bool Fits(string start, string name, AdminAddress address, string parameter) =>
        name == parameter && address.Route.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    /// <summary>An item, published and with a draft beside it, so that every deed has something to do.</summary>
    public async Task<string> ItemAsync(Caller owner)
    {
        if (known is not null) return known.Item;
        var editor = site.Get<ContentEditor>();
        var draft = new ContentDraft { ContentType = "Page", Owner = owner.UserId };
        draft.Part("TitlePart")["Title"] = $"Sample {Next()}";
        var item = await editor.SaveDraftAsync(Caller.Site, draft);
        await editor.PublishAsync(Caller.Site, item.ContentItemId);
        draft.ContentItemId = item.ContentItemId;
        return (await editor.SaveDraftAsync(Caller.Site, draft)).ContentItemId;
    }

    /// <summary>An item in the bin.</summary>
    public async Task<string> BinnedAsync(Caller owner)
    {
        var item = await ItemAsync(owner);
        if (known is null) await site.Get<ContentEditor>().DeleteAsync(Caller.Site, item);
        return item;
    }

    private async Task<string> LinkAsync()
    {
        var maker = await UserAsync(Caller.AdministratorRole);
        return (await site.Get<DraftLinks>().MakeAsync(new Caller(maker, maker, [Caller.AdministratorRole]), await ItemAsync(Caller.Site), 1))!;
    }

    private async Task<string> ReportAsync() => (await site.Get<RecipeReports>().ListAsync())[0].Id;

    private async Task<string> TypeAsync()
    {
        if (known is not null) return known.Type;
        var name = $"Sample{Next()}";
        await site.RunStepsAsync(Recipe.Type(name, ("Words", "TextField")));
        return name;
    }

    private async Task<string> RoleAsync()
    {
        if (known is not null) return known.Role;
        var name = $"Sample{Next()}";
        await site.RunStepsAsync($$"""{ "name": "Roles", "Roles": [ { "Name": "{{name}}", "Permissions": [] } ] }""");
        return name;
    }

    private async Task<string> UserAsync(params string[] roles)
    {
        if (known is not null) return known.User;
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StorageContext>();
        var id = ContentId.New();
        db.Users.Add(new UserRow { Id = id, UserName = id, NormalizedUserName = id.ToUpperInvariant(), SecurityStamp = id, RoleNames = [.. roles] });
        await db.SaveChangesAsync();
        return id;
    }

    private async Task<string> TaxonomyAsync()
    {
        if (known is not null) return known.Taxonomy;
        var id = ContentId.New();
        var term = "t" + id[1..];
        await site.RunStepsAsync(Recipe.Content(Recipe.Item("Taxonomy", id, $"Sample {Next()}", $$"""
            "TaxonomyPart": { "TermContentType": "VocabularyTerm", "Terms": [ { "ContentItemId": "{{term}}", "ContentType": "VocabularyTerm", "DisplayText": "Term", "TitlePart": { "Title": "Term" }, "TermPart": { "TaxonomyContentItemId": "{{id}}" } } ] }
            """)));
        return id;
    }

    private string Type => known?.Type ?? "Page";

    private static async Task<string> TermAsync(Site site, string taxonomy) =>
        (await site.Get<ContentReader>().FindLatestAsync(taxonomy))!.Field("TaxonomyPart", "Terms")[0].GetProperty("ContentItemId").GetString()!;

    private int Next() => Interlocked.Increment(ref count);
}

/// <summary>Ids and names of things on a site.</summary>
internal sealed record KnownThings(string Item, string Type, string Role, string User, string Taxonomy);
