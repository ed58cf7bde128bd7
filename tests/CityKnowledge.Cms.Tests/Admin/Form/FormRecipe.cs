namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>The recipe of the form tests: one type with every kind of field, and roles that may do less and less.</summary>
internal static class FormRecipe
{
    public const string Known = "40known0000000000000000000";
    public const string Topics = "40topics000000000000000000";
    public const string Bikes = "40topicsb1kes0000000000000";
    public const string Trams = "40topicstrams0000000000000";

    public const string Horses = "40topicsh0rses000000000000";
    public const string Rail = "40topicsra1l00000000000000";
    public const string Metro = "40topicsmetr00000000000000";

    public static SiteSetup Setup => SiteSetup.Of(Roles, Types, Recipe.Content(Taxonomy, Subjects, Recipe.Item("Note", Known, "Known note", KnownParts)));

    public const string Roles = """
        { "name": "Roles", "Roles": [
          { "Name": "Anonymous", "Permissions": [] },
          { "Name": "Authenticated", "Permissions": [] },
          { "Name": "Writer", "Permissions": ["AccessAdminPanel", "Edit_Note"] },
          { "Name": "Editor", "Permissions": ["AccessAdminPanel", "PublishContent", "EditContent", "DeleteContent", "PreviewContent", "CloneContent", "ListContent"] },
          { "Name": "Chief", "Permissions": ["AccessAdminPanel", "PublishContent", "EditContent", "EditContentOwner"] },
          { "Name": "Author", "Permissions": ["AccessAdminPanel", "EditOwnContent", "PublishOwnContent", "ListContent"] },
          { "Name": "Contributor", "Permissions": ["AccessAdminPanel", "EditOwnContent"] },
          { "Name": "Keeper", "Permissions": ["AccessAdminPanel", "ManageTaxonomy", "View_Note"] },
          { "Name": "ChapterWriter", "Permissions": ["AccessAdminPanel", "Edit_Chapter"] },
          { "Name": "Copier", "Permissions": ["AccessAdminPanel", "CloneContent"] },
          { "Name": "Helper", "Permissions": ["AccessAdminPanel", "EditContent"] },
          { "Name": "Moderator", "Permissions": ["AccessAdminPanel"] },
          { "Name": "Outsider", "Permissions": ["EditContent"] } ] }
        """;

    private const string KnownParts = """
        "Note": { "Summary": { "Text": "First line\nsecond line" }, "Year": { "Value": 2020.0 }, "At": { "Value": "2025-03-01T09:00:30Z" },
                  "Topics": { "TaxonomyContentItemId": "40topics000000000000000000", "TermContentItemIds": ["40topicstrams0000000000000", "40topicsb1kes0000000000000"] },
                  "Lines": { "Values": ["one", "two"] }, "Secret": { "Anything": { "kept": true } } }, "Loose": { "kept": "too" }
        """;

    private const string Taxonomy = """
        { "ContentItemId": "40topics000000000000000000", "ContentItemVersionId": "v0topics000000000000000000", "ContentType": "Taxonomy", "DisplayText": "Topics", "Latest": true, "Published": true,
          "TitlePart": { "Title": "Topics" }, "TaxonomyPart": { "TermContentType": "Topic", "Terms": [
            { "ContentItemId": "40topicsb1kes0000000000000", "ContentType": "Topic", "DisplayText": "Bikes", "TitlePart": { "Title": "Bikes" } },
            { "ContentItemId": "40topicstrams0000000000000", "ContentType": "Topic", "DisplayText": "Trams", "TitlePart": { "Title": "Trams" } },
            { "ContentItemId": "40topicsh0rses000000000000", "ContentType": "Topic", "DisplayText": "Horses", "TitlePart": { "Title": "Horses" }, "DeprecationPart": { "ValidTo": "2020-01-01T00:00:00Z" } },
            { "ContentItemId": "40topicsra1l00000000000000", "ContentType": "Topic", "DisplayText": "Rail", "TitlePart": { "Title": "Rail" }, "Terms": [
              { "ContentItemId": "40topicsmetr00000000000000", "ContentType": "Topic", "DisplayText": "Metro", "TitlePart": { "Title": "Metro" } } ] } ] } }
        """;

    // Its terms have every kind of field.
    private const string Subjects = """
        { "ContentItemId": "40subjects0000000000000000", "ContentItemVersionId": "v0subjects0000000000000000", "ContentType": "Taxonomy", "DisplayText": "Subjects", "Latest": true, "Published": true,
          "TitlePart": { "Title": "Subjects" }, "TaxonomyPart": { "TermContentType": "Note", "Terms": [
            { "ContentItemId": "40subjectskn0wn00000000000", "ContentType": "Note", "DisplayText": "Known", "TitlePart": { "Title": "Known" }, "Loose": { "kept": "too" }, "AutoroutePart": { "Path": "subjects/known" },
              "Note": { "Summary": { "Text": "First line\nsecond line", "Other": "kept" }, "Year": { "Value": 2020.0 }, "At": { "Value": "2025-03-01T09:00:30Z" }, "Secret": { "Anything": { "kept": true } },
                        "Topics": { "TaxonomyContentItemId": "40topics000000000000000000", "TermContentItemIds": ["40topicstrams0000000000000"], "TagNames": ["Trams"] } },
              "Terms": [ { "ContentItemId": "40subjectsbel0w00000000000", "ContentType": "Note", "DisplayText": "Below", "TitlePart": { "Title": "Below" } } ] } ] } }
        """;

    private static string Types => $$"""
        { "name": "ContentDefinition", "ContentTypes": [
            { "Name": "Note", "DisplayName": "Note", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true, "Draftable": true, "Versionable": true, "Securable": true } },
              "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "0" }, "TitlePartSettings": { "Options": "EditableRequired" } } },
                { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "ContentTypePartSettings": { "Position": "1" }, "AutoroutePartSettings": { "AllowCustomPath": true, "Pattern": "notes/{{Liquid("ContentItem.DisplayText | slugify")}}" } } },
                { "PartName": "Note", "Name": "Note", "Settings": { "ContentTypePartSettings": { "Position": "2" } } },
                { "PartName": "PublishLaterPart", "Name": "PublishLaterPart", "Settings": { "ContentTypePartSettings": { "Position": "3" } } },
                { "PartName": "SeoMetaPart", "Name": "SeoMetaPart", "Settings": { "ContentTypePartSettings": { "Position": "4" } } },
                { "PartName": "CommonPart", "Name": "CommonPart", "Settings": { "ContentTypePartSettings": { "Position": "5" }, "CommonPartSettings": { "DisplayDateEditor": true, "DisplayOwnerEditor": true } } } ] },
            { "Name": "Leaflet", "DisplayName": "Leaflet", "Settings": { "ContentTypeSettings": { "Creatable": true, "Draftable": true, "Versionable": true } },
              "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "0" } } },
                { "PartName": "SeoMetaPart", "Name": "SeoMetaPart", "Settings": { "ContentTypePartSettings": { "Position": "1" },
                  "SeoMetaPartSettings": { "DisplayKeywords": true, "DisplayCustomMetaTags": true, "DisplayOpenGraph": true, "DisplayTwitter": true, "DisplayGoogleSchema": true } } } ] },
            {{List("Series", """ "ContainedContentTypes": ["Chapter", "Note"], "EnableOrdering": true, "PageSize": 3 """)}},
            {{List("Feed", """ "ContainedContentTypes": ["Chapter"] """)}},
            { "Name": "Chapter", "DisplayName": "Chapter", "Settings": { "ContentTypeSettings": { "Draftable": true, "Versionable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} } ] },
            { "Name": "Topic", "DisplayName": "Topic", "Settings": {}, "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} } ] },
            { "Name": "Taxonomy", "DisplayName": "Taxonomy", "Settings": {}, "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "TaxonomyPart", "Name": "TaxonomyPart", "Settings": {} } ] },
            { "Name": "Sign", "DisplayName": "Sign", "Settings": { "ContentTypeSettings": { "Creatable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} } ] } ],
          "ContentParts": [ { "Name": "Note", "Settings": {}, "ContentPartFieldDefinitionRecords": [
            {{Field("Text", "Summary", "1", """ "TextFieldSettings": { "Required": true, "Hint": "In two sentences." } """, "TextArea")}},
            {{Field("Numeric", "Year", "2", """ "NumericFieldSettings": { "Minimum": 1900, "Maximum": 2100 } """)}},
            {{Field("Text", "Kind", "3", """ "TextFieldPredefinedListEditorSettings": { "DefaultValue": "short", "Options": [ { "name": "Short", "value": "short" }, { "name": "Long", "value": "long" } ] } """)}},
            {{Field("Boolean", "Open", "4")}}, {{Field("Date", "Day", "5")}}, {{Field("DateTime", "At", "6")}}, {{Field("Time", "Clock", "7")}},
            {{Field("Link", "Site", "8")}}, {{Field("MultiText", "Lines", "9")}}, {{Field("Html", "Story", "10")}}, {{Field("Markdown", "Remarks", "11")}},
            {{Field("Taxonomy", "Topics", "12", """ "TaxonomyFieldSettings": { "TaxonomyContentItemId": "40topics000000000000000000" } """)}},
            {{Field("ContentPicker", "Related", "13", """ "ContentPickerFieldSettings": { "Multiple": true, "DisplayedContentTypes": ["Note"] } """)}}, {{Field("GeoPoint", "Place", "14")}}, {{Field("Media", "Picture", "15")}},
            {{Field("Taxonomy", "Branch", "16", """ "TaxonomyFieldSettings": { "TaxonomyContentItemId": "40topics000000000000000000", "LeavesOnly": true } """)}} ] } ] }
        """;

    private static string Field(string kind, string name, string position, string settings = "", string editor = "") => $$"""
        { "FieldName": "{{kind}}Field", "Name": "{{name}}", "Settings": { "ContentPartFieldSettings": { "DisplayName": "The {{name.ToLowerInvariant()}}", "Position": "{{position}}", "Editor": "{{editor}}" } {{(settings.Length == 0 ? "" : "," + settings)}} } }
        """;

    private static string List(string name, string settings) => $$"""
        { "Name": "{{name}}", "DisplayName": "{{name}}", "Settings": { "ContentTypeSettings": { "Creatable": true, "Draftable": true, "Versionable": true } },
          "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "ListPart", "Name": "ListPart", "Settings": { "ListPartSettings": { {{settings}} } } } ] }
        """;

    private static string Liquid(string expression) => "{{ " + expression + " }}";
}
