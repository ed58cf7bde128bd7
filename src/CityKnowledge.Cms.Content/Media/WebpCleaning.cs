using System.Buffers.Binary;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>Drops metadata from an animated WebP picture without touching its frames.</summary>
internal static class WebpCleaning
{
    private const byte HasExifOrXmp = 0b0000_1100;

    /// <summary>The clean picture; null when its chunks make no sense.</summary>
    public static byte[]? Clean(ReadOnlySpan<byte> webp)
    {
        using var kept = new MemoryStream(webp.Length);
        kept.Write(webp[..12]);
        var at = 12;
        while (at + 8 <= webp.Length)
        {
            var name = webp.Slice(at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(webp[(at + 4)..]);
            var padded = length + (length & 1) + 8;
            if (padded > webp.Length - at) return null;
            var chunk = webp.Slice(at, (int)padded).ToArray();
            if (name.SequenceEqual("VP8X"u8) && chunk.Length > 8) chunk[8] &= unchecked((byte)~HasExifOrXmp);
            if (IsPicture(name)) kept.Write(chunk);
            at += (int)padded;
        }

        var clean = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(clean.AsSpan(4), (uint)clean.Length - 8);
        return clean;
    }

    private static bool IsPicture(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("VP8X"u8) || name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8) || name.SequenceEqual("ALPH"u8)
        || name.SequenceEqual("ANIM"u8) || name.SequenceEqual("ANMF"u8) || name.SequenceEqual("ICCP"u8);
}
