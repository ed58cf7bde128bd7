using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Fields.Taxonomy;

namespace CityKnowledge.Cms.Web.Admin.Inputs;

/// <summary>Other words by which terms are found: names in other languages, codes of countries. The names themselves come with the form.</summary>
internal static class TermWords
{
    private const int LongestWord = 60;

    public static async Task<IResult> ListAsync(HttpContext context, string? part, string? field, string? v, FieldRights rights, TaxonomyReader taxonomies)
    {
        if (rights.Find(context.GetCaller(), part ?? "", field ?? "") is not { Kind: "TaxonomyField" } found) return Results.NotFound();
        if (found.Settings.Get<TaxonomyFieldSettings>().TaxonomyContentItemId is not { Length: > 0 } id) return Results.NotFound();
        if (await taxonomies.FindAsync(id) is not { } taxonomy) return Results.NotFound();
        // The address names the version, so what it answers never changes.
        if (v == taxonomy.Item.ContentItemVersionId) context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Json(taxonomy.Terms.Select(term => (term.Id, Words: WordsOf(term))).Where(term => term.Words.Length > 0).DistinctBy(term => term.Id).ToDictionary(term => term.Id, term => term.Words));
    }

    private static string WordsOf(Term term)
    {
        var own = term.Item.Part(term.Item.ContentType);
        if (own.ValueKind != System.Text.Json.JsonValueKind.Object) return "";
        return string.Join(' ', own.EnumerateObject().Where(field => field.Name != "Code").Select(field => field.Value.Get("Text").AsText()).Where(IsWord));
    }

    // Addresses and definitions are no names.
    private static bool IsWord(string? text) => text is { Length: > 0 and <= LongestWord } && !text.Contains("://", StringComparison.Ordinal);
}
