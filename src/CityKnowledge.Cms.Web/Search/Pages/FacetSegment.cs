using System.Runtime.CompilerServices;
using CityKnowledge.Cms.Web.Search.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CityKnowledge.Cms.Web.Search.Pages;

/// <summary>The facet values of all segments that are in use.</summary>
internal sealed class FacetSegments
{
    private readonly ConditionalWeakTable<object, FacetSegment> known = [];

    public FacetSegment Of(AtomicReader reader) => known.GetValue(reader.CoreCacheKey, _ => new FacetSegment(reader));
}

/// <summary>The facet values of one segment in a form that can be counted quickly; segments never change.</summary>
internal sealed class FacetSegment
{
    private readonly Column[] columns;

    public FacetSegment(AtomicReader reader) => columns = [.. Facet.All.Select(facet => ReadColumn(reader, facet.FieldName))];

    public Column this[int facet] => columns[facet];

    private static Column ReadColumn(AtomicReader reader, string field)
    {
        var starts = new int[reader.MaxDoc + 1];
        if (reader.GetSortedSetDocValues(field) is not { } values) return new Column([], starts, []);
        var numbers = new List<int>(reader.MaxDoc);
        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            values.SetDocument(doc);
            for (long number; (number = values.NextOrd()) != SortedSetDocValues.NO_MORE_ORDS;) numbers.Add((int)number);
            starts[doc + 1] = numbers.Count;
        }

        return new Column(Names(values), starts, [.. numbers]);
    }

    private static string[] Names(SortedSetDocValues values)
    {
        var names = new string[values.ValueCount];
        var name = new BytesRef();
        for (var number = 0; number < names.Length; number++)
        {
            values.LookupOrd(number, name);
            names[number] = name.Utf8ToString();
        }

        return names;
    }

    /// <summary>One facet: the values of document <c>d</c> are <c>Numbers[Starts[d]..Starts[d + 1]]</c>, places in <c>Names</c>.</summary>
    internal sealed record Column(string[] Names, int[] Starts, int[] Numbers)
    {
        public ReadOnlySpan<int> Of(int doc) => Numbers.AsSpan(Starts[doc], Starts[doc + 1] - Starts[doc]);
    }
}
