using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Search.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CityKnowledge.Cms.Web.Search.Dsl;

/// <summary>Compares fields with values as they are stored: numbers as numbers, moments in the index's own form.</summary>
internal static class ExactValues
{
    // Stands above every moment and below "NULL".
    private const string LastMoment = "99999999999999";

    public static Query Equal(string field, JsonElement value, ClauseReader reader, string at)
    {
        var text = ClauseReader.Text(value, at);
        if (text == ItemFields.Empty) return new TermQuery(new Term(field, text));
        return reader.KindOf(field) switch
        {
            IndexedKind.Whole or IndexedKind.Number => Range(field, new Bounds(value, value, true, true), reader, at),
            IndexedKind.Moment => new TermQuery(new Term(field, Moment(value, at))),
            IndexedKind.Flag => new TermQuery(new Term(field, text.ToLowerInvariant())),
            _ => new TermQuery(new Term(field, text)),
        };
    }

    public static Query Range(string field, Bounds bounds, ClauseReader reader, string at) => reader.KindOf(field) switch
    {
        IndexedKind.Whole => WholeRange(field, bounds, at),
        IndexedKind.Number => NumberRange(field, bounds, at),
        IndexedKind.Moment => new ConstantScoreQuery(FieldCacheRangeFilter.NewStringRange(
            field, TextOr(bounds.Lower, at, Moment), TextOr(bounds.Upper, at, Moment) ?? LastMoment, bounds.WithLower, bounds.WithUpper)),
        null when bounds.AreWhole => WholeRange(field, bounds, at),
        null when bounds.AreNumbers => NumberRange(field, bounds, at),
        _ => TermRangeQuery.NewStringRange(field, TextOr(bounds.Lower, at, ClauseReader.Text), TextOr(bounds.Upper, at, ClauseReader.Text), bounds.WithLower, bounds.WithUpper),
    };

    private static NumericRangeQuery<long> WholeRange(string field, Bounds bounds, string at)
    {
        // "more than 2.5" is "more than 2", "at least 2.5" is "at least 3".
        var lower = Number(bounds.Lower, at) is { } low ? (long?)(bounds.WithLower ? decimal.Ceiling(low) : decimal.Floor(low)) : null;
        var upper = Number(bounds.Upper, at) is { } high ? (long?)(bounds.WithUpper ? decimal.Floor(high) : decimal.Ceiling(high)) : null;
        return NumericRangeQuery.NewInt64Range(field, NumericUtils.PRECISION_STEP_DEFAULT, lower, upper, bounds.WithLower, bounds.WithUpper);
    }

    private static NumericRangeQuery<double> NumberRange(string field, Bounds bounds, string at) => NumericRangeQuery.NewDoubleRange(
        field, NumericUtils.PRECISION_STEP_DEFAULT, (double?)Number(bounds.Lower, at), (double?)Number(bounds.Upper, at), bounds.WithLower, bounds.WithUpper);

    private static decimal? Number(JsonElement json, string at) => json.ValueKind == JsonValueKind.Undefined
        ? null
        : json.AsNumber() is { } number and > long.MinValue and < long.MaxValue ? number : throw ClauseReader.Problem(at, "this field holds numbers; expected a number");

    private static string? TextOr(JsonElement json, string at, Func<JsonElement, string, string> read) =>
        json.ValueKind == JsonValueKind.Undefined ? null : read(json, at);

    // Takes the form of the index, complete or from its beginning, and ISO 8601.
    private static string Moment(JsonElement json, string at)
    {
        var text = ClauseReader.Text(json, at);
        if (text.Length is >= 4 and <= 14 && text.All(char.IsAsciiDigit)) return text;
        return json.AsMoment() is { } moment
            ? DocumentFields.MomentText(moment)
            : throw ClauseReader.Problem(at, string.Create(CultureInfo.InvariantCulture, $"this field holds moments; expected text such as {DocumentFields.MomentText(DateTime.UnixEpoch)} or 1970-01-01T00:00:00Z"));
    }

    /// <summary>The ends of a range; Undefined where there is none.</summary>
    internal sealed record Bounds(JsonElement Lower, JsonElement Upper, bool WithLower, bool WithUpper)
    {
        public bool AreNumbers => Each(json => json.ValueKind == JsonValueKind.Number);

        public bool AreWhole => Each(json => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _));

        private bool Each(Func<JsonElement, bool> holds) =>
            (Lower.ValueKind == JsonValueKind.Undefined || holds(Lower)) && (Upper.ValueKind == JsonValueKind.Undefined || holds(Upper));
    }
}
