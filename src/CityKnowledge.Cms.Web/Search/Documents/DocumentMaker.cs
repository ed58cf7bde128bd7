using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using Lucene.Net.Documents;

namespace CityKnowledge.Cms.Web.Search.Documents;

/// <summary>Turns content items into documents of an index, with Orchard's field names.</summary>
internal sealed class DocumentMaker(FullText fullText, ContentReader reader)
{
    /// <param name="withSource">Whether raw values are stored too.</param>
    public async ValueTask<Document> MakeAsync(ContentItem item, DocumentPlan plan, Vocabularies vocabularies, bool withSource)
    {
        var document = new DocumentFields(withSource);
        AddItem(document, item);
        var body = FullText.BodyOf(item);
        if (body.Length > 0) document.SearchedWords(ItemFields.Body, body);
        document.SearchedWords(ItemFields.FullText, await fullText.OfAsync(item, plan, body));
        AddPlaces(document, item);
        foreach (var field in plan.Of(item.ContentType)) AddField(document, field, item, vocabularies);
        FacetValues.Add(item, plan, vocabularies, await PickedAsync(item, plan, document), document);
        return document.Document;
    }

    private static void AddItem(DocumentFields document, ContentItem item)
    {
        document.Keyword(ItemFields.ContentItemId, item.ContentItemId, stored: true);
        document.Keyword(ItemFields.ContentItemVersionId, item.ContentItemVersionId, stored: true);
        document.Keyword(ItemFields.ContentType, item.ContentType, stored: true);
        document.Keyword(ItemFields.Owner, item.Owner);
        document.Keyword(ItemFields.Author, item.Author);
        document.Flag(ItemFields.Latest, item.Latest);
        document.Flag(ItemFields.Published, item.Published);
        document.Moment(ItemFields.CreatedUtc, item.CreatedUtc);
        document.Moment(ItemFields.ModifiedUtc, item.ModifiedUtc);
        document.Moment(ItemFields.PublishedUtc, item.PublishedUtc);
        document.SearchedWords(ItemFields.DisplayText, item.DisplayText ?? "");
        document.Keyword(ItemFields.DisplayTextKeyword, item.DisplayText);
        document.Normalized(ItemFields.DisplayTextNormalized, item.DisplayText);
    }

    private static void AddPlaces(DocumentFields document, ContentItem item)
    {
        var contained = item.Part("ContainedPart");
        if (contained.Get("ListContentItemId").AsText() is { Length: > 0 } container)
        {
            document.Keyword(ItemFields.ContainerId, container);
            document.Whole(ItemFields.ContainerOrder, contained.Get("Order").AsNumber() ?? 0);
        }

        var localization = item.Part("LocalizationPart");
        if (localization.ValueKind != JsonValueKind.Object) return;
        document.Keyword(ItemFields.LocalizationSet, localization.Get("LocalizationSet").AsText());
        document.Keyword(ItemFields.Culture, localization.Get("Culture").AsText()?.ToLowerInvariant());
    }

    private static void AddField(DocumentFields document, IndexedField field, ContentItem item, Vocabularies vocabularies)
    {
        var owner = field.Field is null ? item.Part(field.Part) : item.Field(field.Part, field.Field);
        var value = owner.Get(field.Member);
        switch (field.MemberKind)
        {
            case MemberKind.Number when field.Kind == IndexedKind.Whole: document.Whole(field.Name, value.AsNumber(), field.Stored); break;
            case MemberKind.Number: document.Number(field.Name, value.AsNumber(), field.Stored); break;
            case MemberKind.Flag: document.Flag(field.Name, value.AsFlag(), field.Stored); break;
            case MemberKind.Date or MemberKind.Moment: document.Moment(field.Name, value.AsMoment(), field.Stored); break;
            case MemberKind.Terms: AddTerms(document, field, value, vocabularies.Find(owner.Get("TaxonomyContentItemId").AsText())); break;
            case MemberKind.Items: AddEach(document, field, value, id => document.Keyword(field.Name, id, field.Stored, single: false)); break;
            case MemberKind.Texts: AddEach(document, field, value, text => AddText(document, field, text, single: false)); break;
            case MemberKind.Opaque: document.Point(field.Name, owner.Get("Latitude").AsNumber(), owner.Get("Longitude").AsNumber(), field.Stored); break;
            default: AddText(document, field, value.AsText() is { } text ? FullText.Plain(text, field.MemberKind) : null, single: true); break;
        }
    }

    private static void AddText(DocumentFields document, IndexedField field, string? text, bool single)
    {
        if (field.Kind == IndexedKind.Keyword) document.Keyword(field.Name, text, field.Stored, single);
        else document.Words(field.Name, text, field.Stored, single);
    }

    private static void AddEach(DocumentFields document, IndexedField field, JsonElement list, Action<string> add)
    {
        var isEmpty = true;
        foreach (var text in list.AsTexts().Distinct(StringComparer.Ordinal))
        {
            add(text);
            isEmpty = false;
        }

        if (isEmpty) document.Tag(field.Name, ItemFields.Empty);
    }

    private static void AddTerms(DocumentFields document, IndexedField field, JsonElement ids, Content.Taxonomies.Taxonomy? taxonomy)
    {
        var inherited = new HashSet<string>(StringComparer.Ordinal);
        AddEach(document, field, ids, id =>
        {
            document.Keyword(field.Name, id, field.Stored, single: false);
            inherited.Add(id);
            foreach (var ancestor in taxonomy?.Find(id)?.Ancestors ?? []) inherited.Add(ancestor.Id);
        });

        var name = field.Name[..^".Ids".Length] + ".Inherited";
        foreach (var id in inherited) document.Tag(name, id);
    }

    // When a city moves to another country, its practices have to be made again: their documents name the city.
    private async ValueTask<IReadOnlyList<ContentItem>> PickedAsync(ContentItem item, DocumentPlan plan, DocumentFields document)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in plan.Of(item.ContentType))
        {
            if (field is { MemberKind: MemberKind.Items, Field: not null }) ids.UnionWith(item.Field(field.Part, field.Field).Get(field.Member).AsTexts());
        }

        if (ids.Count == 0) return [];
        foreach (var id in ids) document.Tag(ItemFields.Sources, id);
        return await reader.ListPublishedAsync(ids);
    }
}
