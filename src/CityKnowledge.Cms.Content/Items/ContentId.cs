using System.Buffers.Binary;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>
/// Makes ids as Orchard does: a random GUID in two halves of 64 bits, each written as 13 characters of an alphabet
/// without i, l, o and u.
/// </summary>
public static class ContentId
{
    /// <summary>Ids made here have this length; imported ones may be shorter, never longer.</summary>
    public const int Length = 26;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string New()
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.NewGuid().TryWriteBytes(bytes);
        var halves = (BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]));
        return string.Create(Length, halves, static (text, halves) =>
        {
            Write(text[..13], halves.Item1);
            Write(text[13..], halves.Item2);
        });
    }

    /// <summary>Whether the text has the form of the ids made here.</summary>
    public static bool IsWellFormed(string? text) => text is { Length: Length } && text.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal));

    // The first character holds the top 4 bits; those of the first half are the GUID's version, so every id starts with "4".
    private static void Write(Span<char> text, long half)
    {
        for (var i = 0; i < 13; i++) text[i] = Alphabet[(int)((half >> (60 - (5 * i))) & 31)];
    }
}
