using SkiaSharp;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>Width and height of a picture as it is seen, in pixels.</summary>
public sealed record PictureSize(int Width, int Height);

/// <summary>Reads, cleans and resizes pictures, a few at a time: a decoded picture takes four bytes per pixel.</summary>
public sealed class Pictures(MediaLimits limits) : IDisposable
{
    private const int JpegQuality = 92;
    private readonly SemaphoreSlim gate = new(Math.Clamp(Environment.ProcessorCount, 1, 4));

    /// <summary>Whether files with this extension are pictures made of pixels.</summary>
    public static bool IsPicture(string extension) => extension.ToLowerInvariant() is ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".ico";

    /// <summary>The size as the header says it; null when the file is no picture. Nothing is decoded.</summary>
    public static PictureSize? FindSize(string file)
    {
        using var codec = SKCodec.Create(file);
        if (codec is null) return null;
        var turned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        return turned ? new PictureSize(codec.Info.Height, codec.Info.Width) : new PictureSize(codec.Info.Width, codec.Info.Height);
    }

    /// <summary>Writes the picture anew without anything but its pixels: no place of recording, no appended data.</summary>
    /// <returns>Why the picture is refused, or null.</returns>
    public async Task<FormattableString?> CleanAsync(string source, string target, string extension, CancellationToken cancel)
    {
        using (var codec = SKCodec.Create(source))
        {
            if (codec is null) return $"The picture is damaged, or its size is not one a picture can have.";
            if ((long)codec.Info.Width * codec.Info.Height > limits.Pixels)
            {
                return $"The picture has {codec.Info.Width} × {codec.Info.Height} pixels. At most {limits.Pixels / 1_000_000} million pixels are allowed: make it smaller and try again.";
            }

            if (codec.FrameCount > 1 || extension is ".gif" or ".ico") return await CopyFramesAsync(source, target, extension, cancel);
        }

        await gate.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => Reencode(source, target, extension), cancel);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The picture in another size or format; null when it cannot be decoded or would be the same.</summary>
    public async Task<byte[]?> ResizeAsync(string file, ResizeCommand command, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => PictureResizing.Resize(file, command, limits), cancel);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    // Skia writes one frame only: what moves keeps its frames and loses the rest.
    private static async Task<FormattableString?> CopyFramesAsync(string source, string target, string extension, CancellationToken cancel)
    {
        var bytes = await File.ReadAllBytesAsync(source, cancel);
        var clean = extension switch { ".gif" => GifCleaning.Clean(bytes), ".webp" => WebpCleaning.Clean(bytes), ".ico" => bytes, _ => null };
        if (clean is null) return $"The picture is damaged.";
        await File.WriteAllBytesAsync(target, clean, cancel);
        return null;
    }

    private static FormattableString? Reencode(string source, string target, string extension)
    {
        using var codec = SKCodec.Create(source);
        using var picture = codec is null ? null : PictureResizing.Decode(codec, codec.Info.Size);
        if (picture is null) return $"The picture is damaged.";
        using var upright = PictureResizing.Upright(picture, codec!.EncodedOrigin);
        using var data = upright.Encode(PictureResizing.FormatOf(extension), JpegQuality);
        if (data is null) return $"The picture cannot be written anew.";
        using var output = File.Create(target);
        data.SaveTo(output);
        return null;
    }
}
