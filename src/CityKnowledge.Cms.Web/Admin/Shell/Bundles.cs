using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>The scripts and styles made from Assets. Their addresses change with their content, so browsers keep them for good.</summary>
internal sealed class Bundles
{
    public const string Path = "/admin/dist";
    private readonly Dictionary<string, string> versions;

    public Bundles()
    {
        var folder = System.IO.Path.Combine(AppContext.BaseDirectory, "wwwroot", "admin", "dist");
        Files = Directory.Exists(folder) ? new PhysicalFileProvider(folder) : new NullFileProvider();
        versions = Files.GetDirectoryContents("").Where(file => !file.IsDirectory).ToDictionary(file => file.Name, Version, StringComparer.Ordinal);
    }

    public IFileProvider Files { get; }

    /// <summary>The address of a bundle: <c>admin.css</c> → <c>/admin/dist/admin.css?v=…</c>.</summary>
    public string Address(string name) => versions.TryGetValue(name, out var version) ? $"{Path}/{name}?v={version}" : $"{Path}/{name}";

    /// <summary>What is asked for by version never changes; neither do the chunks, which have it in their names.</summary>
    public static void KeepLong(Microsoft.AspNetCore.StaticFiles.StaticFileResponseContext answer)
    {
        var request = answer.Context.Request;
        var isNamedByContent = request.Query.ContainsKey("v") || request.Path.StartsWithSegments(Path + "/chunks", StringComparison.OrdinalIgnoreCase);
        answer.Context.Response.Headers[HeaderNames.CacheControl] = isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache";
        answer.Context.Response.Headers.XContentTypeOptions = "nosniff";
    }

    private static string Version(IFileInfo file)
    {
        using var content = file.CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(content))[..12];
    }
}
