using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Content;

namespace CityKnowledge.Cms.Web.Accounts.Mail;

/// <summary>A letter and the file that keeps it until it is out.</summary>
internal sealed record WaitingLetter(string File, Letter Letter);

/// <summary>Keeps the letters that wait as files in <c>Outbox</c> of the data folder: a restart, however sudden, forgets none.</summary>
internal sealed class WaitingLetters(SiteFolders folders, ILogger<WaitingLetters> log)
{
    private const string Ending = ".json";
    // What lacks a value, or has null for one, is as damaged as what is no JSON.
    private static readonly JsonSerializerOptions Strict = new() { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
    private readonly string folder = Path.Combine(folders.Data, "Outbox");

    /// <summary>The letter is on the disk when this is done.</summary>
    public async Task<WaitingLetter> KeepAsync(Letter letter)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyyMMddHHmmssfffffff}-{Guid.NewGuid():n}{Ending}"));
        // A file that is there is whole.
        var draft = file + ".part";
        await using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
        {
            await JsonSerializer.SerializeAsync(stream, new Kept(letter.Kind, letter.Recipient, letter.Site, letter.Culture.Name));
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file);
        return new WaitingLetter(file, letter);
    }

    /// <summary>What waits, oldest first.</summary>
    public IReadOnlyList<WaitingLetter> List()
    {
        if (!Directory.Exists(folder)) return [];
        return [.. Directory.EnumerateFiles(folder, "*" + Ending).Order(StringComparer.Ordinal).Select(Read).OfType<WaitingLetter>()];
    }

    public static void Forget(WaitingLetter letter) => File.Delete(letter.File);

    private WaitingLetter? Read(string file)
    {
        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(File.ReadAllText(file), Strict) ?? throw new JsonException("The file holds no letter.");
            return new WaitingLetter(file, new Letter(kept.Kind, kept.Recipient, kept.Site, CultureInfo.GetCultureInfo(kept.Culture)));
        }
        catch (Exception trouble) when (trouble is JsonException or CultureNotFoundException or IOException or UnauthorizedAccessException)
        {
            log.LogError(trouble, "The waiting letter {File} cannot be read; it stays where it is.", file);
            return null;
        }
    }

    private sealed record Kept(LetterKind Kind, string Recipient, string Site, string Culture);
}
