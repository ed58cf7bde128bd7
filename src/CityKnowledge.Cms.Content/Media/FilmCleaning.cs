using System.Buffers.Binary;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>Blanks the user data of MP4 and QuickTime files, where phones write the place of recording. Nothing moves, so the film plays on.</summary>
internal static class FilmCleaning
{
    public static async Task CleanAsync(string path, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        await CleanAsync(file, 0, file.Length, 0, cancel);
    }

    private static async Task CleanAsync(FileStream file, long from, long to, int depth, CancellationToken cancel)
    {
        var header = new byte[16];
        for (var at = from; at + 8 <= to;)
        {
            file.Position = at;
            var read = await file.ReadAtLeastAsync(header, 8, throwOnEndOfStream: false, cancel);
            if (read < 8) return;
            var size = (long)BinaryPrimitives.ReadUInt32BigEndian(header);
            var start = 8;
            if (size == 1 && read == 16) (size, start) = (BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(8)), 16);
            if (size == 0) size = to - at;
            if (size < start || size > to - at) return;
            var name = header.AsSpan(4, 4);
            var isUserData = name.SequenceEqual("udta"u8) || (name.SequenceEqual("meta"u8) && depth > 0);
            var isHolder = name.SequenceEqual("moov"u8) || name.SequenceEqual("trak"u8);
            if (isUserData) await BlankAsync(file, at, start, size, cancel);
            else if (isHolder && depth < 3) await CleanAsync(file, at + start, at + size, depth + 1, cancel);
            at += size;
        }
    }

    private static async Task BlankAsync(FileStream file, long at, int start, long size, CancellationToken cancel)
    {
        file.Position = at + 4;
        await file.WriteAsync("free"u8.ToArray(), cancel);
        file.Position = at + start;
        var zeros = new byte[Math.Min(size - start, 81_920)];
        for (var left = size - start; left > 0; left -= zeros.Length) await file.WriteAsync(zeros.AsMemory(0, (int)Math.Min(left, zeros.Length)), cancel);
    }
}
