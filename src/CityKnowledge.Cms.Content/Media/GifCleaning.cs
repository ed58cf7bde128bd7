using System.Buffers.Binary;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>Keeps the frames of a GIF and drops comments, metadata and whatever follows its end; frames stay as they are, so animations do too.</summary>
internal static class GifCleaning
{
    private const byte Extension = 0x21;
    private const byte Frame = 0x2C;
    private const byte End = 0x3B;

    /// <summary>The clean picture; null when the blocks make no sense.</summary>
    public static byte[]? Clean(ReadOnlySpan<byte> gif)
    {
        if (gif.Length < 13) return null;
        using var kept = new MemoryStream(gif.Length);
        var at = 13 + ColourTable(gif[10]);
        if (at > gif.Length) return null;
        kept.Write(gif[..at]);
        while (at < gif.Length && gif[at] != End)
        {
            var start = at;
            if (Skip(gif, ref at) is not { } isKept) return null;
            if (isKept) kept.Write(gif[start..at]);
        }

        kept.WriteByte(End);
        return kept.ToArray();
    }

    // Moves behind the block; says whether it is kept, or null when it is none.
    private static bool? Skip(ReadOnlySpan<byte> gif, ref int at)
    {
        if (gif[at] == Extension && at + 2 < gif.Length)
        {
            var label = gif[at + 1];
            var isLoop = label == 0xFF && gif[(at + 2)..].StartsWith("\vNETSCAPE2.0"u8);
            at += 2;
            return SkipSubBlocks(gif, ref at) ? label == 0xF9 || isLoop : null;
        }

        if (gif[at] != Frame || at + 10 >= gif.Length) return null;
        if (BinaryPrimitives.ReadUInt16LittleEndian(gif[(at + 5)..]) == 0) return null;
        at += 10 + ColourTable(gif[at + 9]) + 1;
        return SkipSubBlocks(gif, ref at) ? true : null;
    }

    private static bool SkipSubBlocks(ReadOnlySpan<byte> gif, ref int at)
    {
        while (at < gif.Length)
        {
            var length = gif[at];
            at += length + 1;
            if (length == 0) return at <= gif.Length;
        }

        return false;
    }

    private static int ColourTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
