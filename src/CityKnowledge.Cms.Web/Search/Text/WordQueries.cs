using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search.Text;

/// <summary>Makes queries from words that people type.</summary>
internal static class WordQueries
{
    /// <summary>A query for all of the words, or any of them; null when there is no word in the text.</summary>
    public static Query? Find(Analyzer analyzer, string field, string text, Occur each)
    {
        var clauses = Significant(Read(analyzer, field, text)).Select(word => word.ToQuery(field)).ToList();
        if (clauses.Count <= 1) return clauses.Count == 0 ? null : clauses[0];
        var all = new BooleanQuery();
        foreach (var clause in clauses) all.Add(clause, each);
        return all;
    }

    /// <summary>The words side by side; null when there is no word in the text.</summary>
    /// <param name="slop">How many places words may be moved.</param>
    public static Query? FindPhrase(Analyzer analyzer, string field, string text, int slop)
    {
        var phrase = new PhraseQuery { Slop = slop };
        // Places of words that the analyzer drops are kept, as they are in the index.
        foreach (var token in Tokens(analyzer, field, text)) phrase.Add(new Term(field, token.Text), token.Position);
        return phrase.GetTerms().Length == 0 ? null : phrase;
    }

    /// <summary>The words of a text as the index knows them; a word of a script without spaces has several tokens.</summary>
    public static List<Word> Read(Analyzer analyzer, string field, string text)
    {
        var words = new List<Word>();
        foreach (var token in Tokens(analyzer, field, text))
        {
            var continues = token.IsPair && words.Count > 0 && words[^1].Tokens[^1] is { IsPair: true } last && token.Position == last.Position + 1 && token.Start < last.End;
            if (continues) words[^1].Tokens.Add(token);
            else words.Add(new Word([token]));
        }

        return words;
    }

    // Common words only cost, unless there is nothing else to look for.
    private static List<Word> Significant(List<Word> words)
    {
        var rare = words.FindAll(word => word.Tokens.Count > 1 || !StopWords.English.Contains(word.Tokens[0].Text));
        return rare.Count > 0 ? rare : words;
    }

    private static List<Token> Tokens(Analyzer analyzer, string field, string text)
    {
        var tokens = new List<Token>();
        using var stream = analyzer.GetTokenStream(field, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var type = stream.AddAttribute<ITypeAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        var increment = stream.AddAttribute<IPositionIncrementAttribute>();
        stream.Reset();
        var position = -1;
        while (stream.IncrementToken())
        {
            position += increment.PositionIncrement;
            tokens.Add(new Token(term.ToString(), Math.Max(position, 0), offset.StartOffset, offset.EndOffset, type.Type == ScriptBigrams.Pair));
        }

        stream.End();
        return tokens;
    }

    /// <summary>One token of a query.</summary>
    internal sealed record Token(string Text, int Position, int Start, int End, bool IsPair);

    /// <summary>One word of a query.</summary>
    internal sealed record Word(List<Token> Tokens)
    {
        public Query ToQuery(string field)
        {
            if (Tokens is [var only]) return new TermQuery(new Term(field, only.Text));
            var phrase = new PhraseQuery();
            foreach (var token in Tokens) phrase.Add(new Term(field, token.Text));
            return phrase;
        }
    }
}
