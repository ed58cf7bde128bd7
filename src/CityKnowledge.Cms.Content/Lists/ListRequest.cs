using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Content.Lists;

/// <summary>Which items a list for editors shows; each item once, by its latest version.</summary>
public enum ListStatus
{
    Latest,
    /// <summary>Never published, or changed since.</summary>
    Draft,
    /// <summary>With a public version, whether or not there is a newer draft.</summary>
    Published,
    /// <summary>Orchard's word for the same rows as <see cref="Latest"/>.</summary>
    AllVersions,
    /// <summary>The caller's own.</summary>
    Owner,
}

/// <summary>A list as it is asked for in the box <c>q</c>, in Orchard's syntax: <c>type:Practice status:Draft "bus lane"</c>.</summary>
public sealed record ListRequest
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "status", "sort", "type", "stereotype", "culture", "term", "owner" };

    public ListStatus Status { get; init; }
    public PageOrder Order { get; init; }
    public string? Type { get; init; }
    public string? Stereotype { get; init; }
    public string? Culture { get; init; }

    /// <summary>User name or id, or <c>me</c>.</summary>
    public string? Owner { get; init; }

    /// <summary>Terms that an item must all have, each by id, code or label.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Free text, as <see cref="TitleText"/> reads it.</summary>
    public string Text { get; init; } = "";

    /// <summary>Words with a value that is not known: <c>status:Drafts</c>.</summary>
    public IReadOnlyList<string> Unknown { get; private init; } = [];

    /// <summary>Reads the text; values that are not known fall back to their default.</summary>
    public static ListRequest Parse(string? text)
    {
        var (request, free) = (new ListRequest(), new List<string>());
        foreach (var word in FilterWords.Read(text, Names))
        {
            if (word.Name is null) free.Add(word.IsQuoted ? $"\"{word.Value}\"" : word.Value);
            else if (word.Value.Length > 0) request = request.With(word);
        }

        return request with { Text = string.Join(' ', free) };
    }

    /// <summary>The request as it is typed; read again it means the same.</summary>
    public override string ToString()
    {
        var words = new List<string>();
        Add("type", Type);
        Add("stereotype", Stereotype);
        Add("status", Status == ListStatus.Latest ? null : Status.ToString());
        Add("culture", Culture);
        Add("owner", Owner);
        foreach (var term in Terms) Add("term", term);
        Add("sort", Order == PageOrder.Modified ? null : Order.ToString());
        if (Text.Length > 0) words.Add(Text);
        return string.Join(' ', words);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) words.Add($"{name}:{FilterWord.Write(value)}");
        }
    }

    internal Filter? Titles() => TitleText.Read(FilterWords.Read(Text, new HashSet<string>()));

    private ListRequest With(FilterWord word) => word.Name switch
    {
        "status" => Known<ListStatus>(word.Value) is { } status ? this with { Status = status } : Without(word),
        "sort" => Known<PageOrder>(word.Value) is { } order ? this with { Order = order } : Without(word),
        "type" => this with { Type = word.Value },
        "stereotype" => this with { Stereotype = word.Value },
        "culture" => this with { Culture = word.Value },
        "owner" => this with { Owner = word.Value },
        _ => this with { Terms = [.. Terms, word.Value] },
    };

    private ListRequest Without(FilterWord word) => this with { Unknown = [.. Unknown, $"{word.Name}:{FilterWord.Write(word.Value)}"] };

    // Numbers would be read as values too.
    private static TEnum? Known<TEnum>(string name)
        where TEnum : struct, Enum => name.All(char.IsLetter) && Enum.TryParse<TEnum>(name, ignoreCase: true, out var value) ? value : null;
}
