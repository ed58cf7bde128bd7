using System.Globalization;
using CityKnowledge.Cms.Content.Patterns;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace CityKnowledge.Cms.Web.Search.Documents;

/// <summary>Fills one document. Single values can be sorted by; what is empty can be asked for as <c>NULL</c>.</summary>
/// <param name="withSource">Whether raw values are stored too, under <c>_source.…</c>.</param>
internal sealed class DocumentFields(bool withSource)
{
    private const int LongestKeyword = 256;

    // Longer than this, Lucene refuses a term; nobody compares that much.
    private const int LongestTerm = 8000;
    private readonly HashSet<string> sortable = new(StringComparer.Ordinal);

    public Document Document { get; } = [];

    public void Keyword(string name, string? value, bool stored = false, bool single = true)
    {
        var isEmpty = value is null or "";
        value = isEmpty ? ItemFields.Empty : Cut(value!, LongestTerm);
        Document.Add(new StringField(name, value, Stored(stored)));
        // What is empty has no place in an order and comes last.
        if (single && !isEmpty) Sortable(name, value);
        Source(name, value);
    }

    /// <summary>A keyword that is only looked for, never sorted by or shown.</summary>
    public void Tag(string name, string value) => Document.Add(new StringField(name, value, Field.Store.NO));

    public void Words(string name, string? text, bool stored = false, bool single = true)
    {
        var value = text is null or "" ? ItemFields.Empty : text;
        Document.Add(new TextField(name, value, Stored(stored)));
        if (!stored && value.Length <= LongestKeyword) Keyword(name + ItemFields.KeywordSuffix, value, single: single);
        Source(name, value);
    }

    /// <summary>Words that are only searched.</summary>
    public void SearchedWords(string name, string text) => Document.Add(new TextField(name, text, Field.Store.NO));

    /// <summary>Lower case without diacritics, for sorting.</summary>
    public void Normalized(string name, string? text) => Keyword(name, Cut(Slug.Make(text).Replace('-', ' '), LongestKeyword));

    public void Flag(string name, bool? value, bool stored = false) => Keyword(name, value switch { true => "true", false => "false", _ => null }, stored);

    public void Moment(string name, DateTime? moment, bool stored = false) => Keyword(name, moment is { } value ? MomentText(value) : null, stored);

    public static string MomentText(DateTime moment) => moment.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    public void Whole(string name, decimal? number, bool stored = false)
    {
        if (number is not { } value || value is < long.MinValue or > long.MaxValue)
        {
            Document.Add(new StringField(name, ItemFields.Empty, Stored(stored)));
            return;
        }

        Document.Add(new Int64Field(name, (long)value, Stored(stored)));
        if (sortable.Add(name)) Document.Add(new NumericDocValuesField(name, (long)value));
        if (withSource) Document.Add(new StoredField("_source." + name, (long)value));
    }

    public void Number(string name, decimal? number, bool stored = false)
    {
        if (number is not { } value)
        {
            Document.Add(new StringField(name, ItemFields.Empty, Stored(stored)));
            return;
        }

        Document.Add(new DoubleField(name, (double)value, Stored(stored)));
        if (sortable.Add(name)) Document.Add(new DoubleDocValuesField(name, (double)value));
        if (withSource) Document.Add(new StoredField("_source." + name, (double)value));
    }

    public void Point(string name, decimal? latitude, decimal? longitude, bool stored)
    {
        if (latitude is not (>= -90 and <= 90) || longitude is not (>= -180 and <= 180)) return;
        if (!sortable.Add(name)) return;
        Document.Add(new DoubleDocValuesField(LatitudeOf(name), (double)latitude));
        Document.Add(new DoubleDocValuesField(LongitudeOf(name), (double)longitude));
        var text = string.Create(CultureInfo.InvariantCulture, $"{latitude},{longitude}");
        if (stored) Document.Add(new StoredField(name, text));
        Source(name, text);
    }

    public static string LatitudeOf(string name) => name + "#latitude";

    public static string LongitudeOf(string name) => name + "#longitude";

    /// <summary>One value to be counted; a document may have several of one facet.</summary>
    public void Facet(string name, string value) => Document.Add(new SortedSetDocValuesField(name, new BytesRef(value)));

    private void Sortable(string name, string value)
    {
        if (sortable.Add(name)) Document.Add(new SortedDocValuesField(name, new BytesRef(Cut(value, LongestKeyword))));
    }

    private void Source(string name, string value)
    {
        if (withSource && !name.EndsWith(ItemFields.KeywordSuffix, StringComparison.Ordinal)) Document.Add(new StoredField("_source." + name, value));
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private static Field.Store Stored(bool stored) => stored ? Field.Store.YES : Field.Store.NO;
}
