using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Queries;

/// <summary>What a person typed to find a title: every word must be in it, in any order, with or without its accents.</summary>
internal sealed class TitleSearch
{
    // What may stand for these letters in a title carries an accent; a pattern leaves them open and the title is read then.
    private const string MayCarryAccents = "acdeghijklnorstuyz";
    private readonly string text;
    private readonly string[] words;

    public TitleSearch(string typed)
    {
        text = Folding.Fold(typed)!.Trim();
        words = WithoutAccents(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    public bool IsEmpty => words.Length == 0;

    /// <summary>The title that begins with what was typed; found through the index.</summary>
    public Filter Start => new ColumnIs(ItemColumn.DisplayText, Comparison.StartsWith, [text]);

    /// <summary>The title as it was typed.</summary>
    public Filter Whole => new ColumnIs(ItemColumn.DisplayText, Comparison.Equal, [text]);

    /// <summary>Every word as it was typed.</summary>
    public Filter Words => new AllOf([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new ColumnIs(ItemColumn.DisplayText, Comparison.Contains, [word]))]);

    /// <summary>Rows whose titles may match once accents are left out; <see cref="Matches"/> says which do.</summary>
    public IQueryable<VersionRow> Loosely(IQueryable<VersionRow> rows)
    {
        foreach (var word in words) rows = rows.Where(HasLike($"%{Pattern(word)}%"));
        return rows;
    }

    public bool Matches(string? titleKey)
    {
        var plain = WithoutAccents(titleKey ?? "");
        return words.All(word => plain.Contains(word, StringComparison.Ordinal));
    }

    private static Expression<Func<VersionRow, bool>> HasLike(string pattern) => row => EF.Functions.Like(row.TitleKey!, pattern, "\\");

    private static string Pattern(string word)
    {
        var pattern = new StringBuilder(word.Length + 4);
        foreach (var letter in word)
        {
            if (MayCarryAccents.Contains(letter, StringComparison.Ordinal)) pattern.Append('_');
            else if (letter is '%' or '_' or '\\') pattern.Append('\\').Append(letter);
            else pattern.Append(letter);
        }

        return pattern.ToString();
    }

    private static string WithoutAccents(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) plain.Append(letter);
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
