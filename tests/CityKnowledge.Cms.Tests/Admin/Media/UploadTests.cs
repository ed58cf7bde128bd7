using System.Buffers.Binary;
using System.Net;
using System.Text;
using System.Text.Json;
using SkiaSharp;

namespace CityKnowledge.Cms.Tests.Admin.Media;

/// <summary>What is taken in, what is refused and why, through the addresses that browsers use.</summary>
public sealed class UploadTests(LibrarySite shared) : IClassFixture<LibrarySite>
{
    private Site Site => shared.Site;

    [Fact]
    public async Task A_picture_is_stored_and_described_to_the_script()
    {
        using var librarian = await Site.SignInAsync("Librarian");

        var stored = await LibrarySite.SendAsync(librarian, "Été 1.PNG", LibrarySite.Picture(), "free");

        Assert.Equal("free/Été-1.png", stored.GetProperty("mediaPath").GetString());
        Assert.Equal("image/png", stored.GetProperty("mime").GetString());
        Assert.Equal(JsonValueKind.Null, stored.GetProperty("error").ValueKind);
        using var shown = await Site.Visitor.GetAsync(stored.GetProperty("url").GetString());
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        using var small = await Site.Visitor.GetAsync(stored.GetProperty("thumbnail").GetString());
        Assert.Equal("image/png", small.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("page.html", "<script>alert(1)</script>", "Files that end in .html are not allowed.")]
    [InlineData("tool.exe", "MZ", "Files that end in .exe are not allowed.")]
    [InlineData("photo.png", "<html><script>alert(1)</script>", "The content is not that of a .png file.")]
    [InlineData("photo.png.php", "<?php", "Files that end in .php are not allowed.")]
    [InlineData("photo", "x", "The name of the file does not say what kind of file it is.")]
    [InlineData("photo.png", "", "The file is empty.")]
    [InlineData("letter.pdf", "MZ is no document", "The content is not that of a .pdf file.")]
    [InlineData("drawing.svg", "<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>", "The content is not an SVG drawing.")]
    [InlineData("bomb.svg", "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&b;</text></svg>", "The SVG drawing cannot be read")]
    public async Task What_is_not_what_it_says_is_refused_with_the_reason(string name, string content, string reason)
    {
        using var librarian = await Site.SignInAsync("Librarian");

        var refused = await LibrarySite.SendAsync(librarian, name, LibrarySite.Text(content));

        Assert.StartsWith(reason, refused.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(name, refused.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, refused.GetProperty("url").ValueKind);
    }

    [Fact]
    public async Task A_picture_under_the_name_of_another_kind_gets_its_own()
    {
        using var librarian = await Site.SignInAsync("Librarian");

        var stored = await LibrarySite.SendAsync(librarian, "really.png", LibrarySite.Picture(SKEncodedImageFormat.Jpeg));

        Assert.Equal("really.jpg", stored.GetProperty("mediaPath").GetString());
    }

    [Fact]
    public async Task A_drawing_loses_what_acts_and_keeps_what_draws()
    {
        using var librarian = await Site.SignInAsync("Librarian");
        const string Drawing = """
            <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script><a href="javascript:alert(3)"><rect width="5" height="5"/></a>
            <foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(4)"/></foreignObject><circle r="4" style="fill:url(https://evil.example/x)"/></svg>
            """;

        var stored = await LibrarySite.SendAsync(librarian, "logo.svg", LibrarySite.Text(Drawing));
        var served = await Site.GetAsync(stored.GetProperty("url").GetString()!);

        Assert.Contains("circle", served, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", served, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", served, StringComparison.Ordinal);
        Assert.DoesNotContain("foreignObject", served, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, "p.png")]
    [InlineData(SKEncodedImageFormat.Jpeg, "p.jpg")]
    public async Task What_hides_behind_the_pixels_is_gone(SKEncodedImageFormat format, string name)
    {
        using var librarian = await Site.SignInAsync("Librarian");
        byte[] polyglot = [.. LibrarySite.Picture(format), .. LibrarySite.Text("<script>alert(1)</script><?php system($_GET[0]); ?>")];

        var stored = await LibrarySite.SendAsync(librarian, name, polyglot);
        var served = await Site.Visitor.GetByteArrayAsync(stored.GetProperty("url").GetString());

        Assert.DoesNotContain("script", Encoding.Latin1.GetString(served), StringComparison.Ordinal);
        Assert.DoesNotContain("php", Encoding.Latin1.GetString(served), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_photo_was_taken_is_not_kept()
    {
        using var librarian = await Site.SignInAsync("Librarian");
        var plain = LibrarySite.Picture(SKEncodedImageFormat.Jpeg);
        var exif = LibrarySite.Text("Exif\0\0GPS 51.0543 3.7174");
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        byte[] photo = [.. plain.AsSpan(0, 2), 0xFF, 0xE1, .. length, .. exif, .. plain.AsSpan(2)];

        var stored = await LibrarySite.SendAsync(librarian, "holiday.jpg", photo);
        var served = await Site.Visitor.GetByteArrayAsync(stored.GetProperty("url").GetString());

        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(served), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_file_that_would_fill_the_memory_is_refused_before_it_is_decoded()
    {
        using var librarian = await Site.SignInAsync("Librarian");
        var picture = LibrarySite.Picture();
        BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(20), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(picture.AsSpan(29), Crc(picture.AsSpan(12, 17)));

        var refused = await LibrarySite.SendAsync(librarian, "bomb.png", picture);

        Assert.Contains("60000 × 60000 pixels", refused.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_file_is_refused_and_the_others_are_stored()
    {
        using var librarian = await Site.SignInAsync("Librarian");

        using var answer = await LibrarySite.SendAsync(librarian, "", ("large.png", new byte[250_000]), ("fits.png", LibrarySite.Picture()));
        var files = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("files");

        Assert.StartsWith("The file is larger than", files[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("fits.png", files[1].GetProperty("mediaPath").GetString());
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_refused_before_it_is_read()
    {
        using var librarian = await Site.SignInAsync("Librarian");
        // The client asks first: who goes on sending to a site that has answered already may lose the answer with the line.
        librarian.DefaultRequestHeaders.ExpectContinue = true;
        var files = Enumerable.Range(0, 20).Select(number => ($"{number}.png", new byte[190_000])).ToArray();

        using var script = await LibrarySite.SendAsync(librarian, "", files);
        using var page = await LibrarySite.PostPageAsync(librarian, "", await DeskForms.TokenAsync(librarian), files);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, script.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.StatusCode);
        Assert.Contains("Send fewer of them", await DeskForms.TextAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_twenty_files_are_not_taken_at_once()
    {
        using var librarian = await Site.SignInAsync("Librarian");

        using var answer = await LibrarySite.SendAsync(librarian, "free", [.. Enumerable.Range(0, 22).Select(number => ("many.png", LibrarySite.Picture(width: 8 + number)))]);
        var files = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("files").EnumerateArray().ToList();

        Assert.Equal(20, files.Count(file => file.GetProperty("error").ValueKind == JsonValueKind.Null));
        Assert.Equal("At most 20 files can be sent at once.", files[21].GetProperty("error").GetString());
        // The same name twice: the second file gets another one.
        Assert.Equal("free/many-1.png", files[1].GetProperty("mediaPath").GetString());
    }

    [Theory]
    [InlineData("../../../escaped.png", "escaped.png")]
    [InlineData("..\\..\\windows.png", "windows.png")]
    [InlineData("/etc/absolute.png", "absolute.png")]
    [InlineData("a<b>&c'.png", "a-b-c.png")]
    [InlineData("CON.png", "CON-1.png")]
    [InlineData(".png", "file.png")]
    public async Task A_name_cannot_lead_out_of_the_folder(string name, string kept)
    {
        using var librarian = await Site.SignInAsync("Librarian");

        var stored = await LibrarySite.SendAsync(librarian, name, LibrarySite.Picture());

        Assert.Equal(kept, stored.GetProperty("mediaPath").GetString());
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../..")]
    [InlineData("free/../../..")]
    [InlineData("nowhere")]
    [InlineData("a\0b")]
    public async Task A_folder_that_is_not_in_the_library_takes_nothing(string folder)
    {
        using var librarian = await Site.SignInAsync("Librarian");

        var refused = await LibrarySite.SendAsync(librarian, "x.png", LibrarySite.Picture(), folder);

        Assert.StartsWith("There is no folder", refused.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Writer", HttpStatusCode.Forbidden)]
    [InlineData("Stranger", HttpStatusCode.Forbidden)]
    [InlineData("Keeper", HttpStatusCode.OK)]
    public async Task Only_who_may_manage_media_in_the_administration_uploads(string role, HttpStatusCode status)
    {
        using var person = await Site.SignInAsync(role);
        var name = $"by-{role}.png".ToLowerInvariant();

        using var answer = await LibrarySite.SendAsync(person, "", (name, LibrarySite.Picture()));
        using var page = await LibrarySite.PostPageAsync(person, "", await DeskForms.TokenAsync(person), ("page-" + name, LibrarySite.Picture()));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? HttpStatusCode.Redirect : status, page.StatusCode);
        Assert.All([name, "page-" + name], file => Assert.Equal(status == HttpStatusCode.OK, File.Exists(Path.Combine(Site.Folder, "App_Data", "Sites", "Default", "Media", file))));
    }

    [Fact]
    public async Task A_visitor_and_a_request_without_token_upload_nothing()
    {
        using var librarian = await Site.SignInAsync("Librarian");

        using var visitor = await LibrarySite.SendAsync(Site.Visitor, "", ("visitor.png", LibrarySite.Picture()));
        using var tokenless = await LibrarySite.PostPageAsync(librarian, "", "", ("tokenless.png", LibrarySite.Picture()));
        using var script = new MultipartFormDataContent { { new ByteArrayContent(LibrarySite.Picture()), "files", "script.png" }, { new StringContent(await DeskForms.TokenAsync(librarian)), "__RequestVerificationToken" } };
        using var fieldOnly = await librarian.PostAsync("/Admin/Media/Upload", script);
        using var nothing = new MultipartFormDataContent { { new ByteArrayContent(LibrarySite.Picture()), "files", "tokenless.png" } };
        using var bare = await librarian.PostAsync("/Admin/Media/Upload", nothing);

        Assert.Equal(HttpStatusCode.Unauthorized, visitor.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, tokenless.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Equal(HttpStatusCode.OK, fieldOnly.StatusCode);
        foreach (var name in new[] { "visitor", "tokenless" })
        {
            using var file = await Site.Visitor.GetAsync($"/media/{name}.png");
            Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        }
    }

    // The checksum of a PNG chunk: without it the picture is damaged, which is another reason to refuse it.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
