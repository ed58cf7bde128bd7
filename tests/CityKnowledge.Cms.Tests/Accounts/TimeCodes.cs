using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace CityKnowledge.Cms.Tests.Accounts;

/// <summary>Computes what an authenticator app shows (RFC 6238).</summary>
internal static class TimeCodes
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <param name="key">As the page shows it, in groups.</param>
    /// <param name="steps">How many half minutes from now.</param>
    public static string Of(string key, int steps = 0)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // What the apps compute.
        var hash = HMACSHA1.HashData(Decode(key.Replace(" ", "", StringComparison.Ordinal)), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string text)
    {
        var (bytes, value, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in text)
        {
            (value, bits) = ((value << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal), bits + 5);
            if (bits < 8) continue;
            bytes.Add((byte)(value >> (bits - 8)));
            (value, bits) = (value & ((1 << (bits - 8)) - 1), bits - 8);
        }

        return [.. bytes];
    }
}
