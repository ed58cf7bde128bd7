using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CityKnowledge.Cms.Tests.Admin;
using SkiaSharp;

namespace CityKnowledge.Cms.Tests.Admin.Media;

/// <summary>A site with a media library, people with and without rights on it, and items that use its files.</summary>
public sealed class LibrarySite : SharedSite
{
    public const string Public = "40art1c1e0pvb11c0000000000";
    public const string Hidden = "40secret0pvb11c00000000000";

    private protected override SiteSetup Setup => SiteSetup.Of(
        Recipe.Type("Article", ("Image", "MediaField"), ("Body", "HtmlField")),
        Recipe.Type("Secret", ("Image", "MediaField")),
        """
        { "name": "Roles", "Roles": [
          { "Name": "Anonymous", "Permissions": ["View_Article", "ViewMediaContent"] },
          { "Name": "Librarian", "Permissions": ["AccessAdminPanel", "ManageOthersMediaContent"] },
          { "Name": "Keeper", "Permissions": ["AccessAdminPanel", "ManageMediaFolder", "Edit_Article"] },
          { "Name": "Writer", "Permissions": ["AccessAdminPanel", "EditContent"] },
          { "Name": "Stranger", "Permissions": ["ManageMediaContent"] } ] }
        """,
        $$"""
        { "name": "media", "Files": [
          { "TargetPath": "shared/used.png", "Base64": "{{Convert.ToBase64String(Picture())}}" },
          { "TargetPath": "free/alone.png", "Base64": "{{Convert.ToBase64String(Picture())}}" } ] }
        """,
        Recipe.Content(
            Recipe.Item("Article", Public, "Bees on roofs", """ "Article": { "Image": { "Paths": ["shared/used.png"], "MediaTexts": [""] } } """),
            Recipe.Item("Secret", Hidden, "Unspoken plan", """ "Secret": { "Image": { "Paths": ["shared/used.png"], "MediaTexts": [""] } } """).Replace("\"Published\": true", "\"Published\": false", StringComparison.Ordinal)))
        .With("OrchardCore:OrchardCore_Media:MaxFileSize", "200000");

    /// <summary>A small picture.</summary>
    public static byte[] Picture(SKEncodedImageFormat format = SKEncodedImageFormat.Png, int width = 40, int height = 30)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Teal);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>Sends files to the address of scripts.</summary>
    internal static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string folder, params (string Name, byte[] Content)[] files)
    {
        using var form = Form(files);
        form.Add(new StringContent(folder), "path");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/Admin/Media/Upload") { Content = form };
        request.Headers.Add("RequestVerificationToken", await DeskForms.TokenAsync(browser));
        return await browser.SendAsync(request);
    }

    /// <summary>Sends one file and gives what is answered about it.</summary>
    internal static async Task<JsonElement> SendAsync(HttpClient browser, string name, byte[] content, string folder = "")
    {
        using var answer = await SendAsync(browser, folder, (name, content));
        return Assert.Single(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("files").EnumerateArray().ToArray());
    }

    /// <summary>Sends the form of the page, as without scripts.</summary>
    internal static async Task<HttpResponseMessage> PostPageAsync(HttpClient browser, string folder, string token, params (string Name, byte[] Content)[] files)
    {
        using var form = Form(files);
        form.Add(new StringContent(token), "__RequestVerificationToken");
        return await browser.PostAsync($"/Admin/Media?folder={folder}", form);
    }

    internal static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static MultipartFormDataContent Form((string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            // The type that the sender claims must not matter.
            part.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            form.Add(part, "files", name);
        }

        return form;
    }
}
