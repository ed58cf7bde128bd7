namespace CityKnowledge.Cms.Content.Types;

/// <summary>Settings of a content type.</summary>
public sealed class ContentTypeSettings
{
    [Setting("Editors can make new items")]
    public bool Creatable { get; set; }

    [Setting("Shown in the content list")]
    public bool Listable { get; set; }

    [Setting("Has drafts", Hint = "Items can be saved without being published.")]
    public bool Draftable { get; set; }

    [Setting("Keeps former versions", Hint = "Needed for history and for going back.")]
    public bool Versionable { get; set; }

    [Setting("Has permissions of its own", Hint = "Roles can be allowed this type alone.")]
    public bool Securable { get; set; }

    [Setting("Stereotype", Hint = "Widget or MenuItem make the type a block instead of a page. Usually empty.", IsRare = true)]
    public string? Stereotype { get; set; }

    [Setting("Description", Hint = "What it is for, in a sentence. Shown where editors choose a type.", Input = SettingInput.Paragraph)]
    public string? Description { get; set; }
}

/// <summary>What a type gives to full-text search.</summary>
public sealed class FullTextAspectSettings
{
    [Setting("More text is searched", Hint = "By the template below.")]
    public bool IncludeFullTextTemplate { get; set; }

    [Setting("Template of the searched text", Hint = "Liquid, such as {{ Model.ContentItem.Content.Recipe.Steps.Text }}.", Input = SettingInput.Liquid)]
    public string? FullTextTemplate { get; set; }

    [Setting("The body is searched")]
    public bool IncludeBodyAspect { get; set; } = true;

    [Setting("The title is searched")]
    public bool IncludeDisplayText { get; set; } = true;
}

/// <summary>Settings of a part definition.</summary>
public sealed class ContentPartSettings
{
    [Setting("Can be attached to types")]
    public bool Attachable { get; set; }

    [Setting("Can be attached several times", Hint = "Each time under a name of its own.")]
    public bool Reusable { get; set; }

    [Setting("Display name")]
    public string? DisplayName { get; set; }

    [Setting("Description", Hint = "What it gives an item, in a sentence.", Input = SettingInput.Paragraph)]
    public string? Description { get; set; }

    [Setting("Usual place", Hint = "A number: parts of a type stand in this order.", IsRare = true)]
    public string? DefaultPosition { get; set; }
}

/// <summary>Settings of a part on a type.</summary>
public sealed class ContentTypePartSettings
{
    [Setting("Display name", Hint = "The heading in the form. Empty: the technical name.")]
    public string? DisplayName { get; set; }

    [Setting("Description", Hint = "A sentence for editors.", Input = SettingInput.Paragraph)]
    public string? Description { get; set; }

    [Setting("Editor", Hint = "Name of another editor, as in Orchard Core. Usually empty.", IsRare = true)]
    public string? Editor { get; set; }

    [Setting("Display mode", Hint = "Name of another way to show it on the site. Usually empty.", IsRare = true)]
    public string? DisplayMode { get; set; }
    public string? Position { get; set; }
}

/// <summary>Settings of a field on a part.</summary>
public sealed class ContentPartFieldSettings
{
    [Setting("Display name", Hint = "The label in the form.")]
    public string? DisplayName { get; set; }

    [Setting("Description", Hint = "A sentence for those who design types.", Input = SettingInput.Paragraph, IsRare = true)]
    public string? Description { get; set; }

    [Setting("Editor", Hint = "Name of another editor, such as TextArea. Usually empty.", IsRare = true)]
    public string? Editor { get; set; }

    [Setting("Display mode", Hint = "Name of another way to show it on the site. Usually empty.", IsRare = true)]
    public string? DisplayMode { get; set; }
    public string? Position { get; set; }
}

/// <summary>How a type is shown in GraphQL.</summary>
public sealed class GraphQLContentTypeSettings
{
    [Setting("Hidden from programs")]
    public bool Hidden { get; set; }
}

/// <summary>How a part on a type is shown in GraphQL.</summary>
public sealed class GraphQLContentTypePartSettings
{
    [Setting("Its fields stand directly on the item")]
    public bool Collapse { get; set; }

    [Setting("Hidden from programs")]
    public bool Hidden { get; set; }

    [Setting("Names begin with the part", Hint = "Needed when two parts have a field of the same name.")]
    public bool PreventFieldNameCollision { get; set; }
}

/// <summary>Whether a field, or a part on a type, enters the Lucene index.</summary>
public sealed class LuceneContentIndexSettings
{
    [Setting("Found by search")]
    public bool Included { get; set; }

    [Setting("Kept in the index as written")]
    public bool Stored { get; set; }

    [Setting("Found as a whole only", Hint = "For codes and exact values.")]
    public bool Keyword { get; set; }
}
