using SkiaSharp;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>Decodes, turns, scales and cuts one picture.</summary>
internal static class PictureResizing
{
    private const int UsualQuality = 82;
    private static readonly SKSamplingOptions Smooth = new(SKCubicResampler.Mitchell);

    /// <summary>The picture by the command; null when it cannot be read or is too large to be decoded.</summary>
    public static byte[]? Resize(string file, ResizeCommand command, MediaLimits limits)
    {
        using var codec = SKCodec.Create(file);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > limits.Pixels) return null;
        var turned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        var seen = turned ? new SKSizeI(codec.Info.Height, codec.Info.Width) : codec.Info.Size;
        var (canvas, picture) = Fit(seen, command);
        using var decoded = Decode(codec, RoughSize(codec, Math.Max(picture.Width / seen.Width, picture.Height / seen.Height)));
        if (decoded is null) return null;
        using var upright = Upright(decoded, codec.EncodedOrigin);
        var format = FormatOf(command.Format.Length > 0 ? "." + command.Format : Path.GetExtension(file));
        using var drawn = Draw(upright, canvas, picture, command, format);
        using var data = drawn.Encode(format, command.Quality > 0 ? command.Quality : UsualQuality);
        return data?.ToArray();
    }

    /// <summary>The pixels in sRGB; null when they are damaged.</summary>
    public static SKBitmap? Decode(SKCodec codec, SKSizeI size)
    {
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        var bitmap = new SKBitmap();
        if (bitmap.TryAllocPixels(info) && codec.GetPixels(info, bitmap.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput) return bitmap;
        bitmap.Dispose();
        return null;
    }

    /// <summary>The picture as the camera was held.</summary>
    public static SKBitmap Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default) return picture.Copy();
        var turned = origin >= SKEncodedOrigin.LeftTop;
        var upright = new SKBitmap(picture.Info.WithSize(turned ? picture.Height : picture.Width, turned ? picture.Width : picture.Height));
        using var canvas = new SKCanvas(upright);
        var (w, h) = ((float)upright.Width, (float)upright.Height);
        canvas.SetMatrix(origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, w, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, w, -1, 0, h, 0, 0, 1),
            _ => new SKMatrix(0, 1, 0, -1, 0, h, 0, 0, 1),
        });
        canvas.DrawBitmap(picture, 0, 0, SKSamplingOptions.Default);
        return upright;
    }

    public static SKEncodedImageFormat FormatOf(string extension) => extension.ToLowerInvariant() switch
    {
        ".png" or ".gif" or ".ico" => SKEncodedImageFormat.Png,
        ".webp" => SKEncodedImageFormat.Webp,
        _ => SKEncodedImageFormat.Jpeg,
    };

    // JPEG and WebP decode to a fraction of their size at a fraction of the cost.
    private static SKSizeI RoughSize(SKCodec codec, float scale)
    {
        if (scale >= 1) return codec.Info.Size;
        var size = codec.GetScaledDimensions(Math.Min(1, scale * 1.5f));
        return size.Width <= 0 || size.Height <= 0 ? codec.Info.Size : size;
    }

    /// <summary>The size of the result, and where the whole picture lies in it.</summary>
    private static (SKSizeI Canvas, SKRect Picture) Fit(SKSizeI seen, ResizeCommand command)
    {
        var width = command.Width > 0 ? command.Width : command.Height > 0 ? 0 : seen.Width;
        var height = command.Height > 0 ? command.Height : width > 0 && command.Width > 0 ? 0 : seen.Height;
        var (byWidth, byHeight) = (width / (float)seen.Width, height / (float)seen.Height);
        if (width == 0 || height == 0) return Whole(seen, Math.Min(1, Math.Max(byWidth, byHeight)));
        return command.Mode switch
        {
            ResizeMode.Stretch => (new SKSizeI(width, height), SKRect.Create(width, height)),
            ResizeMode.Min => Whole(seen, Math.Min(1, Math.Max(byWidth, byHeight))),
            ResizeMode.Crop => (new SKSizeI(width, height), Placed(seen, width, height, Math.Max(byWidth, byHeight), command.Anchor)),
            ResizeMode.Pad => (new SKSizeI(width, height), Placed(seen, width, height, Math.Min(byWidth, byHeight), null)),
            ResizeMode.BoxPad => (new SKSizeI(width, height), Placed(seen, width, height, Math.Min(1, Math.Min(byWidth, byHeight)), null)),
            _ => Whole(seen, Math.Min(1, Math.Min(byWidth, byHeight))),
        };
    }

    private static (SKSizeI Canvas, SKRect Picture) Whole(SKSizeI seen, float scale)
    {
        var size = new SKSizeI(Math.Max(1, (int)MathF.Round(seen.Width * scale)), Math.Max(1, (int)MathF.Round(seen.Height * scale)));
        return (size, SKRect.Create(size.Width, size.Height));
    }

    // The anchor lies in the middle of the box, as far as the picture still fills it.
    private static SKRect Placed(SKSizeI seen, int width, int height, float scale, (double X, double Y)? anchor)
    {
        var (pictureWidth, pictureHeight) = (seen.Width * scale, seen.Height * scale);
        return SKRect.Create(Place(pictureWidth, width, anchor?.X ?? 0.5), Place(pictureHeight, height, anchor?.Y ?? 0.5), pictureWidth, pictureHeight);
    }

    private static float Place(float picture, int box, double anchor) => picture <= box
        ? (box - picture) / 2
        : Math.Clamp((box / 2f) - (picture * (float)anchor), box - picture, 0);

    private static SKBitmap Draw(SKBitmap picture, SKSizeI size, SKRect place, ResizeCommand command, SKEncodedImageFormat format)
    {
        var isOpaque = picture.AlphaType == SKAlphaType.Opaque && place.Contains(SKRect.Create(size.Width, size.Height));
        var drawn = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, isOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        using var canvas = new SKCanvas(drawn);
        canvas.Clear(SKColor.TryParse(command.Background, out var colour) ? colour : format == SKEncodedImageFormat.Jpeg ? SKColors.White : SKColors.Transparent);
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, place, Smooth);
        return drawn;
    }
}
