using System.Text.Json;
using CityKnowledge.Cms.Storage.Rows;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>One version of a content item, as read: immutable, safe to share between requests.</summary>
public sealed class ContentItem
{
    /// <summary>Number of the stored version; 0 for an item that is contained in another.</summary>
    public long RowId { get; init; }

    /// <summary>Changes with every write: pass it back when saving, so that nobody is overwritten.</summary>
    public long Stamp { get; init; }
    public required string ContentItemId { get; init; }
    public string? ContentItemVersionId { get; init; }
    public required string ContentType { get; init; }
    public string? DisplayText { get; init; }
    public bool Latest { get; init; }
    public bool Published { get; init; }
    public DateTime? ModifiedUtc { get; init; }
    public DateTime? PublishedUtc { get; init; }
    public DateTime? CreatedUtc { get; init; }

    /// <summary>User id.</summary>
    public string? Owner { get; init; }

    /// <summary>User name of the last editor.</summary>
    public string? Author { get; init; }

    /// <summary>Object: part name → part.</summary>
    public required JsonElement Content { get; init; }

    /// <summary>The part of that name; kind Undefined when the item has none.</summary>
    public JsonElement Part(string name) => Content.Get(name);

    /// <summary>The field of that name; kind Undefined when the item has none.</summary>
    public JsonElement Field(string part, string field) => Content.Get(part).Get(field);

    public static ContentItem FromRow(VersionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new ContentItem
        {
            RowId = row.Id,
            Stamp = row.Stamp,
            ContentItemId = row.DocumentId,
            ContentItemVersionId = row.VersionId,
            ContentType = row.Kind,
            DisplayText = row.Title,
            Latest = row.Latest,
            Published = row.Published,
            ModifiedUtc = row.ModifiedUtc,
            PublishedUtc = row.PublishedUtc,
            CreatedUtc = row.CreatedUtc,
            Owner = row.Owner,
            Author = row.Author,
            Content = JsonDocument.Parse(row.Body).RootElement,
        };
    }

    /// <summary>An item written inside another one: a term, an element of a bag.</summary>
    public static ContentItem FromContained(JsonElement json) => new()
    {
        ContentItemId = json.Get("ContentItemId").AsText() ?? "",
        ContentItemVersionId = json.Get("ContentItemVersionId").AsText(),
        ContentType = json.Get("ContentType").AsText() ?? "",
        DisplayText = json.Get("DisplayText").AsText(),
        Latest = json.Get("Latest").ValueKind == JsonValueKind.True,
        Published = json.Get("Published").ValueKind == JsonValueKind.True,
        ModifiedUtc = json.Get("ModifiedUtc").AsMoment(),
        PublishedUtc = json.Get("PublishedUtc").AsMoment(),
        CreatedUtc = json.Get("CreatedUtc").AsMoment(),
        Owner = json.Get("Owner").AsText(),
        Author = json.Get("Author").AsText(),
        Content = json,
    };
}
