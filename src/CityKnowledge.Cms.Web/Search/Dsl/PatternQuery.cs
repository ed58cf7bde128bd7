using System.Text;
using CityKnowledge.Cms.Content.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CityKnowledge.Cms.Web.Search.Dsl;

/// <summary>
/// Terms that match a pattern, tried one by one. Lucene's own wildcard and regexp queries build automata that grow without
/// bound for some short patterns; this one costs no more than reading the terms.
/// </summary>
internal sealed class PatternQuery : MultiTermQuery
{
    private const int MostTerms = 500_000;
    private readonly string pattern;
    private readonly string prefix;
    private readonly IsMatch matches;

    /// <param name="pattern">The pattern as written: two queries with the same one are equal.</param>
    /// <param name="prefix">What every match begins with, to start reading there.</param>
    public PatternQuery(string field, string pattern, string prefix, IsMatch matches)
        : base(field) => (this.pattern, this.prefix, this.matches) = (pattern, prefix, matches);

    /// <summary>Whether a term matches.</summary>
    internal delegate bool IsMatch(ReadOnlySpan<char> term);

    public override string ToString(string field) => $"{Field}:{pattern}";

    public override bool Equals(object? obj) => base.Equals(obj) && obj is PatternQuery other && other.pattern == pattern;

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), pattern);

    protected override TermsEnum GetTermsEnum(Terms terms, AttributeSource atts) => new Matching(terms.GetEnumerator(), prefix, matches);

    private sealed class Matching : FilteredTermsEnum
    {
        private readonly BytesRef prefix;
        private readonly IsMatch matches;
        private char[] letters = new char[256];
        private int seen;

        public Matching(TermsEnum terms, string prefix, IsMatch matches)
            : base(terms)
        {
            (this.prefix, this.matches) = (new BytesRef(prefix), matches);
            SetInitialSeekTerm(this.prefix);
        }

        protected override AcceptStatus Accept(BytesRef term)
        {
            if (!StringHelper.StartsWith(term, prefix)) return AcceptStatus.END;
            if (++seen > MostTerms) throw new BadQueryException($"The pattern has to be tried on more than {MostTerms} terms. Begin it with letters.");
            if (letters.Length < term.Length) letters = new char[term.Length * 2];
            var length = Encoding.UTF8.GetChars(term.Bytes.AsSpan(term.Offset, term.Length), letters);
            return matches(letters.AsSpan(0, length)) ? AcceptStatus.YES : AcceptStatus.NO;
        }
    }
}
