using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Content.Lists;

/// <summary>
/// Reads free text as a condition on titles: words side by side must all be there, <c>OR</c>, <c>NOT</c> and parentheses
/// do what they say, quotes keep words together. What makes no sense is passed over.
/// </summary>
internal sealed class TitleText
{
    private readonly IReadOnlyList<FilterWord> words;
    private int at;

    private TitleText(IReadOnlyList<FilterWord> words) => this.words = words;

    /// <summary>The condition, or null when the words ask for nothing.</summary>
    public static Filter? Read(IReadOnlyList<FilterWord> words)
    {
        var text = new TitleText(words);
        var found = new List<Filter>();
        while (text.at < words.Count)
        {
            if (text.ReadAny() is { } one) found.Add(one);
            text.Take(")");
        }

        return Join(found, all => new AllOf(all)) is { } condition ? new TitleIs(condition) : null;
    }

    private Filter? ReadAny()
    {
        var found = new List<Filter>();
        do
        {
            if (ReadAll() is { } one) found.Add(one);
        }
        while (Take("OR"));
        return Join(found, any => new AnyOf(any));
    }

    private Filter? ReadAll()
    {
        var found = new List<Filter>();
        while (!AtEnd)
        {
            if (!Take("AND") && ReadOne() is { } one) found.Add(one);
        }

        return Join(found, all => new AllOf(all));
    }

    private Filter? ReadOne()
    {
        if (Take("NOT")) return !AtEnd && ReadOne() is { } unwanted ? new Not(unwanted) : null;
        if (!Take("(")) return Contains(words[at++].Value);
        var inner = ReadAny();
        Take(")");
        return inner;
    }

    private bool AtEnd => at == words.Count || words[at].Is(")") || words[at].Is("OR");

    private bool Take(string plain)
    {
        if (at == words.Count || !words[at].Is(plain)) return false;
        at++;
        return true;
    }

    private static ColumnIs? Contains(string text) => text.Length == 0 ? null : new ColumnIs(ItemColumn.DisplayText, Comparison.Contains, [text]);

    private static Filter? Join(List<Filter> found, Func<IReadOnlyList<Filter>, Filter> join) => found.Count switch
    {
        0 => null,
        1 => found[0],
        _ => join(found),
    };
}
