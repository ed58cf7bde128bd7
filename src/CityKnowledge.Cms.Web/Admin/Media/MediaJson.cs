using CityKnowledge.Cms.Content.Media;
using Microsoft.AspNetCore.StaticFiles;

namespace CityKnowledge.Cms.Web.Admin.Media;

/// <summary>A file as Orchard's media app and our pickers read it.</summary>
internal sealed record MediaItemJson(string Name, long Size, DateTime LastModify, string Folder, string Url, string MediaPath, string Mime)
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public bool IsDirectory => false;

    public string MediaText { get; init; } = "";

    public AnchorJson Anchor { get; init; } = new(0.5, 0.5);

    public string? Thumbnail { get; init; }

    public static MediaItemJson Of(MediaFile file) => new(
        file.Name, file.Size, file.ModifiedUtc, file.Folder, MediaUrls.Of(file.Path), file.Path, Types.TryGetContentType(file.Name, out var type) ? type : "application/octet-stream")
    {
        MediaText = file.Note.Text ?? "",
        Anchor = new AnchorJson(file.Note.FocusX ?? 0.5, file.Note.FocusY ?? 0.5),
        Thumbnail = MediaUrls.Thumbnail(file),
    };
}

/// <summary>A point of a picture, from 0 to 1.</summary>
internal sealed record AnchorJson(double X, double Y);

/// <summary>A folder as Orchard's media app reads it.</summary>
internal sealed record MediaFolderJson(string Name, string Path, string Folder, bool HasChildren, bool CanCreateFolder, bool CanDeleteFolder)
{
    public bool IsDirectory => true;
}

/// <summary>What became of one uploaded file: the file, or why it was refused.</summary>
internal sealed record UploadJson(string Name, long Size, string? Url, string? MediaPath, string? Mime, string? Thumbnail, string? Error)
{
    public static UploadJson Of(MediaIntakeResult result) => result.File is { } file && MediaItemJson.Of(file) is var item
        ? new UploadJson(item.Name, item.Size, item.Url, item.MediaPath, item.Mime, item.Thumbnail, null)
        : new UploadJson(result.Name, 0, null, null, null, null, result.Reason);
}
