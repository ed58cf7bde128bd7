using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Tests.Liquid;

namespace CityKnowledge.Cms.Tests.Admin.Preview;

/// <summary>A small site whose theme shows much of what it is given, with a public page, a draft of it, and an unpublished page.</summary>
public sealed class PreviewSite : SharedSite
{
    public const string Public = "40page0000000000000000000a";
    public const string Members = "40secret00000000000000000a";

    /// <summary>For tests that need such a site for themselves.</summary>
    internal SiteSetup Configuration => Setup;

    private protected override SiteSetup Setup { get; } = SiteSetup.Of(
        """
        { "name": "Roles", "Roles": [
            { "Name": "Anonymous", "Permissions": ["View_Page"] },
            { "Name": "Editor", "Permissions": ["AccessAdminPanel", "EditContent", "PreviewContent", "ViewContent"] },
            { "Name": "Contributor", "Permissions": ["AccessAdminPanel", "EditOwnContent", "PreviewOwnContent"] },
            { "Name": "Reader", "Permissions": ["ViewContent", "AccessAdminPanel"] } ] }
        """,
        ThemeParts.HtmlType("Page", sanitize: true),
        ThemeParts.HtmlType("Secret", sanitize: true),
        Recipe.Content(
            Page(Public, "Public words", "about"),
            Recipe.Item("Secret", Members, "Members words", """ "AutoroutePart": { "Path": "members" } """)))
        .WithTheme(
            ("views/Layout.liquid", "<!DOCTYPE html><html><head><title>{{ Site.SiteName }}</title>{% resources type: \"Meta\" %}{% resources type: \"HeadLink\" %}</head><body>{% render_section \"Messages\", required: false %}{% render_body %}<p>at {{ Request.Path }} as {{ User.Identity.Name | default: \"nobody\" }}</p></body></html>"),
            ("views/Content-Page.liquid", $$$"""
                <h1>{{ Model.ContentItem.DisplayText }}</h1>{{ Model.ContentItem.Content.HtmlBodyPart.Html | sanitize_html | raw }}
                {% cache "block" %}cached {{ Model.ContentItem.DisplayText }}{% endcache %}
                <p>other: {{ Content.ContentItemId["{{{Members}}}"].DisplayText }} latest: {{ Content.Latest["contentitemid:{{{Public}}}"].DisplayText }}</p>
                """));

    /// <summary>Saves a draft as somebody.</summary>
    internal static async Task<ContentItem> SaveAsync(Site site, string title, string html = "", string? id = null, Caller? caller = null)
    {
        var draft = new ContentDraft { ContentType = "Page", ContentItemId = id };
        draft.Part("TitlePart")["Title"] = title;
        draft.Part("HtmlBodyPart")["Html"] = html;
        return await site.Get<ContentEditor>().SaveDraftAsync(caller ?? Caller.Site, draft);
    }

    private static string Page(string id, string title, string path) =>
        Recipe.Item("Page", id, title, $$""" "AutoroutePart": { "Path": "{{path}}" }, "HtmlBodyPart": { "Html": "<p>{{title}} body</p>" } """);
}
