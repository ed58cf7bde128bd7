using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>The scripts and styles made from Assets. Their addresses change with their content, so browsers keep them for good.</summary>
internal sealed class Bundles
{
    public const string Path = "/admin/dist";
    private const string Packed = ".br";
    private readonly Dictionary<string, string> versions;

    public Bundles()
    {
        var folder = System.IO.Path.Combine(AppContext.BaseDirectory, "wwwroot", "admin", "dist");
        Files = Directory.Exists(folder) ? new PhysicalFileProvider(folder) : new NullFileProvider();
        versions = Files.GetDirectoryContents("").Where(file => !file.IsDirectory).ToDictionary(file => file.Name, Version, StringComparer.Ordinal);
    }

    public IFileProvider Files { get; }

    /// <summary>The content types of the files, packed or not.</summary>
    public static FileExtensionContentTypeProvider Types { get; } = new() { Mappings = { [Packed] = "application/octet-stream" } };

    /// <summary>The address of a bundle: <c>admin.css</c> → <c>/admin/dist/admin.css?v=…</c>.</summary>
    public string Address(string name) => versions.TryGetValue(name, out var version) ? $"{Path}/{name}?v={version}" : $"{Path}/{name}";

    /// <summary>Gives the packed form of a bundle to browsers that can read it: a fifth of the bytes on a slow line.</summary>
    public Task ChoosePacked(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var isPackable = request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase, out var rest)
            && request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "br" && encoding.Quality is not 0);
        if (isPackable && Files.GetFileInfo(rest + Packed).Exists) request.Path += Packed;
        return next(context);
    }

    /// <summary>What is asked for by version never changes; neither do the chunks, which have it in their names.</summary>
    public static void KeepLong(StaticFileResponseContext answer)
    {
        var request = answer.Context.Request;
        var isNamedByContent = request.Query.ContainsKey("v") || request.Path.StartsWithSegments(Path + "/chunks", StringComparison.OrdinalIgnoreCase);
        answer.Context.Response.Headers[HeaderNames.CacheControl] = isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache";
        answer.Context.Response.Headers.XContentTypeOptions = "nosniff";
        answer.Context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!answer.File.Name.EndsWith(Packed, StringComparison.Ordinal)) return;
        answer.Context.Response.Headers.ContentEncoding = "br";
        Types.TryGetContentType(answer.File.Name[..^Packed.Length], out var type);
        answer.Context.Response.ContentType = type;
    }

    private static string Version(IFileInfo file)
    {
        using var content = file.CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(content))[..12];
    }
}
