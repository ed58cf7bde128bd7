using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>A content item on its way into the store: may be changed, is not shared.</summary>
public sealed class ContentDraft
{
    /// <summary>Characters: several sentences. Browsers need seconds for a list in which a title is as long as a book.</summary>
    public const int LongestTitle = 500;

    // Stored text is never part of a page as it is: letters of every script stay letters, which takes a sixth of the space.
    private static readonly JsonWriterOptions Stored = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Loose scalars beside these are dropped, as Orchard does; objects and arrays are kept, known or not.
    private static readonly HashSet<string> WellKnown = new(StringComparer.Ordinal)
    {
        "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published",
        "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author",
    };

    public string? ContentItemId { get; set; }
    public string? ContentItemVersionId { get; set; }
    public required string ContentType { get; set; }

    /// <summary>The title in lists and links; what is longer than <see cref="LongestTitle"/> is cut.</summary>
    public string? DisplayText { get; set => field = Cut(value); }

    public bool Latest { get; set; }
    public bool Published { get; set; }
    public DateTime? ModifiedUtc { get; set; }
    public DateTime? PublishedUtc { get; set; }
    public DateTime? CreatedUtc { get; set; }
    public string? Owner { get; set; }
    public string? Author { get; set; }

    /// <summary>Object: part name → part.</summary>
    public JsonObject Content { get; set; } = [];

    /// <summary>Whether the address was made from a pattern, so that a taken one gets a number instead of an error.</summary>
    public bool PathIsGenerated { get; set; }

    /// <summary>The part of that name; made when the item has none.</summary>
    public JsonObject Part(string name)
    {
        if (Content[name] is JsonObject part) return part;
        part = [];
        Content[name] = part;
        return part;
    }

    /// <summary>Reads the JSON of a content item.</summary>
    /// <exception cref="InvalidContentException">It is no object, has no content type, or a well-known member has the wrong kind.</exception>
    public static ContentDraft FromJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Wrong("", $"A content item must be a JSON object.");
        try
        {
            return Read(json);
        }
        catch (InvalidOperationException)
        {
            // What System.Text.Json says of half a surrogate pair such as "\ud800".
            throw Wrong("", $"A text of the content item is not valid Unicode.");
        }
    }

    /// <summary>A copy of a stored version that may be changed.</summary>
    public static ContentDraft FromItem(ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new ContentDraft
        {
            ContentItemId = item.ContentItemId,
            ContentItemVersionId = item.ContentItemVersionId,
            ContentType = item.ContentType,
            DisplayText = item.DisplayText,
            Latest = item.Latest,
            Published = item.Published,
            ModifiedUtc = item.ModifiedUtc,
            PublishedUtc = item.PublishedUtc,
            CreatedUtc = item.CreatedUtc,
            Owner = item.Owner,
            Author = item.Author,
            Content = JsonNode.Parse(item.Content.GetRawText())!.AsObject(),
        };
    }

    /// <summary>The parts as they are stored.</summary>
    public JsonElement ToContent()
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(bytes, Stored)) Content.WriteTo(json);
        return JsonDocument.Parse(bytes.WrittenMemory).RootElement;
    }

    /// <summary>The draft as an item that can be read, for patterns.</summary>
    public ContentItem ToItem() => new()
    {
        ContentItemId = ContentItemId ?? "",
        ContentItemVersionId = ContentItemVersionId,
        ContentType = ContentType,
        DisplayText = DisplayText,
        Latest = Latest,
        Published = Published,
        ModifiedUtc = ModifiedUtc,
        PublishedUtc = PublishedUtc,
        CreatedUtc = CreatedUtc,
        Owner = Owner,
        Author = Author,
        Content = ToContent(),
    };

    /// <summary>Merges parts into this draft: objects member by member, arrays and values replaced.</summary>
    public void Merge(JsonObject incoming) => Merge(Content, incoming);

    private static ContentDraft Read(JsonElement json)
    {
        var draft = new ContentDraft
        {
            ContentItemId = Id(json, "ContentItemId"),
            ContentItemVersionId = Id(json, "ContentItemVersionId"),
            ContentType = Text(json, "ContentType") ?? throw Wrong("ContentType", $"A content item needs a ContentType."),
            DisplayText = Text(json, "DisplayText"),
            Latest = Flag(json, "Latest"),
            Published = Flag(json, "Published"),
            ModifiedUtc = Moment(json, "ModifiedUtc"),
            PublishedUtc = Moment(json, "PublishedUtc"),
            CreatedUtc = Moment(json, "CreatedUtc"),
            Owner = json.Get("Owner").AsText(),
            Author = json.Get("Author").AsText(),
        };
        foreach (var member in json.EnumerateObject())
        {
            if (WellKnown.Contains(member.Name) || member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) continue;
            draft.Content[member.Name] = member.Value.ValueKind == JsonValueKind.Object ? JsonObject.Create(member.Value) : JsonArray.Create(member.Value);
        }

        return draft;
    }

    private static void Merge(JsonObject target, JsonObject incoming)
    {
        foreach (var (name, value) in incoming)
        {
            if (value is JsonObject from && target[name] is JsonObject to) Merge(to, from);
            else target[name] = value?.DeepClone();
        }
    }

    private static string? Id(JsonElement json, string name) => Text(json, name) is { Length: > Items.ContentId.Length }
        ? throw Wrong(name, $"{name} may have at most {Items.ContentId.Length} characters.")
        : Text(json, name);

    private static string? Text(JsonElement json, string name) => json.Get(name) switch
    {
        { ValueKind: JsonValueKind.String } text => string.IsNullOrEmpty(text.GetString()) ? null : text.GetString(),
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => null,
        _ => throw Wrong(name, $"{name} must be text."),
    };

    private static bool Flag(JsonElement json, string name) => json.Get(name) switch
    {
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => false,
        var flag => flag.AsFlag() ?? throw Wrong(name, $"{name} must be true or false."),
    };

    private static DateTime? Moment(JsonElement json, string name) => json.Get(name) switch
    {
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text when text.GetString()!.Length == 0 => null,
        var moment => moment.AsMoment() ?? throw Wrong(name, $"{name} must be a moment such as 2025-03-01T09:00:00Z."),
    };

    private static InvalidContentException Wrong(string path, FormattableString message) => new([new ContentProblem(path, message)]);

    private static string? Cut(string? title)
    {
        if (title is not { Length: > LongestTitle }) return title;
        var end = LongestTitle - 1;
        return string.Concat(title.AsSpan(0, char.IsHighSurrogate(title[end - 1]) ? end - 1 : end), "…");
    }
}
