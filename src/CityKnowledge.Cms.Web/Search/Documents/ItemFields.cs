using System.Collections.Frozen;

namespace CityKnowledge.Cms.Web.Search.Documents;

/// <summary>Names of the fields that every document has.</summary>
internal static class ItemFields
{
    public const string ContentItemId = "ContentItemId";
    public const string ContentItemVersionId = "ContentItemVersionId";
    public const string ContentType = Item + "ContentType";
    public const string Owner = Item + "Owner";
    public const string Author = Item + "Author";
    public const string Latest = Item + "Latest";
    public const string Published = Item + "Published";
    public const string CreatedUtc = Item + "CreatedUtc";
    public const string ModifiedUtc = Item + "ModifiedUtc";
    public const string PublishedUtc = Item + "PublishedUtc";
    public const string DisplayText = Item + "DisplayText.Analyzed";
    public const string DisplayTextKeyword = Item + "DisplayText.keyword";
    public const string DisplayTextNormalized = Item + "DisplayText.Normalized";
    public const string FullText = Item + "FullText";
    public const string Body = "Content.BodyAspect.Body";
    public const string ContainerId = Item + "ContainedPart.Ids";
    public const string ContainerOrder = Item + "ContainedPart.Order";
    public const string LocalizationSet = "LocalizationPart.LocalizationSet";
    public const string Culture = "LocalizationPart.Culture";

    /// <summary>Ids of the items whose content went into the document; ours, never shown.</summary>
    public const string Sources = "_sources";

    public const string KeywordSuffix = ".keyword";

    /// <summary>Stands for "empty", so that a query can ask for it.</summary>
    public const string Empty = "NULL";
    private const string Item = "Content.ContentItem.";

    public static FrozenDictionary<string, IndexedKind> Kinds { get; } = new Dictionary<string, IndexedKind>(StringComparer.Ordinal)
    {
        [ContentItemId] = IndexedKind.Keyword,
        [ContentItemVersionId] = IndexedKind.Keyword,
        [ContentType] = IndexedKind.Keyword,
        [Owner] = IndexedKind.Keyword,
        [Author] = IndexedKind.Keyword,
        [Latest] = IndexedKind.Flag,
        [Published] = IndexedKind.Flag,
        [CreatedUtc] = IndexedKind.Moment,
        [ModifiedUtc] = IndexedKind.Moment,
        [PublishedUtc] = IndexedKind.Moment,
        [DisplayText] = IndexedKind.Words,
        [DisplayTextNormalized] = IndexedKind.Keyword,
        [FullText] = IndexedKind.Words,
        [Body] = IndexedKind.Words,
        [ContainerId] = IndexedKind.Keyword,
        [ContainerOrder] = IndexedKind.Whole,
        [LocalizationSet] = IndexedKind.Keyword,
        [Culture] = IndexedKind.Keyword,
    }.ToFrozenDictionary();
}
