using System.Globalization;
using CityKnowledge.Cms.Content.Lists;

namespace CityKnowledge.Cms.Content.Audit;

/// <summary>Entries of the audit log as they are asked for, in Orchard's syntax: <c>category:Content event:Published date:&gt;2025-01-01 anna</c>.</summary>
public sealed record AuditRequest
{
    private const string Day = "yyyy-MM-dd";
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "id", "category", "event", "date", "userid", "sort" };

    /// <summary>The item, user or setting it was done to.</summary>
    public string? SubjectId { get; init; }
    public string? Category { get; init; }
    public string? Event { get; init; }
    public string? UserId { get; init; }

    /// <summary>Part of a user name.</summary>
    public string UserName { get; init; } = "";

    /// <summary>The first moment; null for the beginning.</summary>
    public DateTime? FromUtc { get; init; }

    /// <summary>The moment before which it happened; null for no end.</summary>
    public DateTime? BeforeUtc { get; init; }
    public bool OldestFirst { get; init; }

    /// <summary>What was typed for the date, when it could be read.</summary>
    public string? Date { get; init; }

    /// <summary>Reads the text; what cannot be read is passed over.</summary>
    public static AuditRequest Parse(string? text)
    {
        var (request, name) = (new AuditRequest(), new List<string>());
        foreach (var word in FilterWords.Read(text, Names))
        {
            if (word.Name is null) name.Add(word.Value);
            else if (word.Value.Length > 0) request = request.With(word);
        }

        return request with { UserName = string.Join(' ', name) };
    }

    /// <summary>The request as it is typed.</summary>
    public override string ToString()
    {
        var words = new List<string>();
        foreach (var (name, value) in (IEnumerable<(string, string?)>)[("id", SubjectId), ("category", Category), ("event", Event), ("userid", UserId)])
        {
            if (!string.IsNullOrWhiteSpace(value)) words.Add($"{name}:{FilterWord.Write(value)}");
        }

        if (Date is not null) words.Add($"date:{Date}");
        if (OldestFirst) words.Add("sort:time-asc");
        if (UserName.Length > 0) words.Add(UserName);
        return string.Join(' ', words);
    }

    private AuditRequest With(FilterWord word) => word.Name switch
    {
        "id" => this with { SubjectId = word.Value },
        "category" => this with { Category = word.Value },
        "event" => this with { Event = word.Value },
        "userid" => this with { UserId = word.Value },
        "sort" => this with { OldestFirst = string.Equals(word.Value, "time-asc", StringComparison.OrdinalIgnoreCase) },
        _ => OnDate(word.Value),
    };

    // 2025-01-01 is that day; >, >=, < and <= go on from it; 2025-01-01..2025-01-31 has both days.
    private AuditRequest OnDate(string text)
    {
        if (text.Split("..") is [var first, var last] && ReadDay(first) is { } begin && ReadDay(last) is { } end) return this with { Date = text, FromUtc = begin, BeforeUtc = end.AddDays(1) };
        var comparison = text.TakeWhile(character => character is '<' or '>' or '=').Count();
        if (ReadDay(text[comparison..]) is not { } day) return this;
        var read = this with { Date = text };
        return text[..comparison] switch
        {
            "" or "=" => read with { FromUtc = day, BeforeUtc = day.AddDays(1) },
            ">" => read with { FromUtc = day.AddDays(1) },
            ">=" => read with { FromUtc = day },
            "<" => read with { BeforeUtc = day },
            "<=" => read with { BeforeUtc = day.AddDays(1) },
            _ => this,
        };
    }

    private static DateTime? ReadDay(string text) =>
        DateTime.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day) && day.Year < DateTime.MaxValue.Year ? day : null;
}
