namespace CityKnowledge.Cms.Tests.Admin.Inputs;

/// <summary>A site with cities, a note that points to them and a vocabulary; one role for every kind of right.</summary>
public sealed class InputSite : SharedSite
{
    public const string Seoul = "4seoul00000000000000000000";
    public const string Bogota = "4bogota0000000000000000000";
    public const string Hidden = "4hidden0000000000000000000";
    public const string Hostile = "<img src=x onerror=alert(1)> & \"quoted\"";

    private protected override SiteSetup Setup { get; } = SiteSetup.Of(
        Types,
        Recipe.Type("Secret"),
        Roles,
        Recipe.Content(
            Recipe.Item("City", Seoul, "Seoul"),
            Recipe.Item("City", Bogota, "Bogotá"),
            Recipe.Item("City", "4springa000000000000000000", "Springfield"),
            Recipe.Item("City", "4springb000000000000000000", "Springfield"),
            Recipe.Item("City", "4hostile000000000000000000", Hostile),
            Recipe.Item("City", "4percent000000000000000000", "100% renewable"),
            Recipe.Item("Secret", Hidden, "Seoul's secret"),
            Vocabulary));

    private const string Types = """
        { "name": "ContentDefinition",
          "ContentTypes": [
            { "Name": "City", "DisplayName": "City", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true, "Draftable": true, "Versionable": true, "Securable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} } ] },
            { "Name": "Firm", "DisplayName": "Firm", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true, "Draftable": true, "Versionable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "Firm", "Name": "Firm", "Settings": {} } ] },
            { "Name": "Note", "DisplayName": "Note", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true, "Draftable": true, "Versionable": true, "Securable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "Note", "Name": "Note", "Settings": {} } ] },
            { "Name": "Taxonomy", "DisplayName": "Taxonomy", "Settings": { "ContentTypeSettings": { "Draftable": true, "Versionable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "TaxonomyPart", "Name": "TaxonomyPart", "Settings": {} } ] } ],
          "ContentParts": [ { "Name": "Firm", "Settings": {}, "ContentPartFieldDefinitionRecords": [
            { "FieldName": "TextField", "Name": "Code", "Settings": { "TextFieldSettings": { "Required": true } } },
            { "FieldName": "NumericField", "Name": "Staff", "Settings": { "NumericFieldSettings": { "Required": true, "Minimum": 1 } } },
            { "FieldName": "DateField", "Name": "Since", "Settings": { "DateFieldSettings": { "Required": true } } },
            { "FieldName": "TextField", "Name": "Kind", "Settings": { "TextFieldSettings": { "Required": true }, "TextFieldPredefinedListEditorSettings": { "DefaultValue": "b", "Options": [ { "name": "A", "value": "a" }, { "name": "B", "value": "b" } ] } } },
            { "FieldName": "TextField", "Name": "Motto", "Settings": {} },
            { "FieldName": "MediaField", "Name": "Logo", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Its logo" }, "MediaFieldSettings": { "Required": true } } } ] },
          { "Name": "Note", "Settings": {}, "ContentPartFieldDefinitionRecords": [
            { "FieldName": "ContentPickerField", "Name": "Firms", "Settings": { "ContentPickerFieldSettings": { "DisplayedContentTypes": [ "Firm" ] } } },
            { "FieldName": "ContentPickerField", "Name": "Cities", "Settings": { "ContentPickerFieldSettings": { "Multiple": true, "DisplayedContentTypes": [ "City" ] } } },
            { "FieldName": "TaxonomyField", "Name": "Places", "Settings": { "TaxonomyFieldSettings": { "TaxonomyContentItemId": "4places0000000000000000000", "LeavesOnly": true } } },
            { "FieldName": "MarkdownField", "Name": "Text", "Settings": {} } ] } ] }
        """;

    private const string Vocabulary = """
        { "ContentItemId": "4places0000000000000000000", "ContentItemVersionId": "vplaces0000000000000000000", "ContentType": "Taxonomy", "DisplayText": "Places", "Latest": true, "Published": true,
          "TitlePart": { "Title": "Places" }, "TaxonomyPart": { "TermContentType": "Place", "Terms": [
            { "ContentItemId": "4africa", "ContentType": "Place", "DisplayText": "Africa", "Place": { "Code": { "Text": "002" }, "NameFr": { "Text": "Afrique" } }, "Terms": [
              { "ContentItemId": "4algeria", "ContentType": "Place", "DisplayText": "Algeria", "Place": { "Code": { "Text": "012" }, "Iso3": { "Text": "DZA" }, "NameFr": { "Text": "Algérie" }, "Iri": { "Text": "http://example.org/dza" } } },
              { "ContentItemId": "4old", "ContentType": "Place", "DisplayText": "Upper Volta", "TermPart": { "Deprecated": true } } ] } ] } }
        """;

    private const string Roles = """
        { "name": "Roles", "Roles": [
          { "Name": "Anonymous", "Permissions": [] }, { "Name": "Authenticated", "Permissions": [] },
          { "Name": "Editor", "Permissions": [ "AccessAdminPanel", "EditContent", "PublishContent", "ViewContent" ] },
          { "Name": "Noter", "Permissions": [ "AccessAdminPanel", "EditOwn_Note", "View_City" ] },
          { "Name": "Author", "Permissions": [ "AccessAdminPanel", "EditOwn_Note", "EditOwn_City" ] },
          { "Name": "Moderator", "Permissions": [ "AccessAdminPanel" ] },
          { "Name": "Reader", "Permissions": [ "ViewContent" ] } ] }
        """;
}
