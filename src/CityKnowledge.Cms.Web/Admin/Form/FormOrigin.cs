using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>
/// What the form showed when it was loaded, packed into one hidden entry: drafts are written over in place, so nothing else
/// knows it once someone else has saved. It needs no signature, for it only decides what is asked in a conflict.
/// </summary>
internal static class FormOrigin
{
    private const int MostBytes = 16 * 1024 * 1024;

    public static string Pack(FormPlan plan, InputTexts texts)
    {
        var meant = plan.Members.Select(member => (member.Name, Texts: FormTexts.Meant(member, texts))).Where(entry => entry.Texts.Count > 0)
            .ToDictionary(entry => entry.Name, entry => entry.Texts);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) JsonSerializer.Serialize(brotli, meant);
        return Base64Url.EncodeToString(packed.ToArray());
    }

    /// <summary>Null when the entry is missing or damaged: then nothing is known about the base.</summary>
    public static InputTexts? Unpack(string packed)
    {
        if (packed.Length == 0) return null;
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(Base64Url.DecodeFromChars(packed)), CompressionMode.Decompress);
            var read = JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(ReadAll(brotli));
            var texts = new InputTexts();
            foreach (var (name, values) in read ?? []) texts.Set(name, [.. values.Select(value => value ?? "")]);
            return texts;
        }
        catch (Exception trouble) when (trouble is FormatException or InvalidDataException or InvalidOperationException or JsonException)
        {
            return null;
        }
    }

    // A few bytes can be unpacked to gigabytes.
    private static byte[] ReadAll(Stream stream)
    {
        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            if (all.Length + count > MostBytes) throw new InvalidDataException("The entry is too large.");
            all.Write(buffer, 0, count);
        }

        return all.ToArray();
    }
}
