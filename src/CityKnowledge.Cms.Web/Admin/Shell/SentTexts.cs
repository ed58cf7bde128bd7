using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>What a person wrote into a form that came to nothing: the page that says so gives it back.</summary>
internal static class SentTexts
{
    /// <summary>Names of inputs with what was written into them; none when nothing was sent, or more than is read.</summary>
    public static async Task<IReadOnlyList<(string Name, string Text)>> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        // Files are chosen again; who wrote a text cannot.
        var isText = request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        if (!isText || !HttpMethods.IsPost(request.Method) || !request.Path.StartsWithSegments("/Admin", StringComparison.OrdinalIgnoreCase)) return [];
        try
        {
            return [.. (await request.ReadFormAsync(context.RequestAborted)).Where(entry => IsWriting(entry.Key))
                .Select(entry => (NameOf(entry.Key), Text: string.Join('\n', entry.Value.Where(IsText)))).Where(entry => entry.Text.Length > 0)];
        }
        catch (Exception trouble) when (trouble is IOException or InvalidDataException or InvalidOperationException)
        {
            return [];
        }
    }

    // Entries that begin with an underscore are the form's own; what was typed beside a picker is not.
    private static bool IsWriting(string name) =>
        (!name.StartsWith('_') || name.StartsWith(InputName.Unpicked(""), StringComparison.Ordinal))
        && !name.StartsWith("submit.", StringComparison.Ordinal)
        && !name.Contains("password", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("Stamp", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("returnUrl", StringComparison.OrdinalIgnoreCase);

    private static bool IsText(string? value) => !string.IsNullOrWhiteSpace(value) && !bool.TryParse(value, out _) && !ContentId.IsWellFormed(value);

    // Practice.Summary.Text → Summary, TitlePart.Title → Title.
    private static string NameOf(string name) => name.Split(':')[^1].Split('.') is [_, var below, ..] ? below : name;
}
