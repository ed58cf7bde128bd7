namespace CityKnowledge.Cms.Content.Types;

/// <summary>Settings of a content type.</summary>
public sealed class ContentTypeSettings
{
    public bool Creatable { get; set; }
    public bool Listable { get; set; }
    public bool Draftable { get; set; }
    public bool Versionable { get; set; }
    public bool Securable { get; set; }
    public string? Stereotype { get; set; }
    public string? Description { get; set; }
}

/// <summary>What a type gives to full-text search.</summary>
public sealed class FullTextAspectSettings
{
    public bool IncludeFullTextTemplate { get; set; }
    public string? FullTextTemplate { get; set; }
    public bool IncludeBodyAspect { get; set; } = true;
    public bool IncludeDisplayText { get; set; } = true;
}

/// <summary>Settings of a part definition.</summary>
public sealed class ContentPartSettings
{
    public bool Attachable { get; set; }
    public bool Reusable { get; set; }
    public string? DisplayName { get; set; }
    public string? Description { get; set; }
    public string? DefaultPosition { get; set; }
}

/// <summary>Settings of a part on a type.</summary>
public sealed class ContentTypePartSettings
{
    public string? DisplayName { get; set; }
    public string? Description { get; set; }
    public string? Editor { get; set; }
    public string? DisplayMode { get; set; }
    public string? Position { get; set; }
}

/// <summary>Settings of a field on a part.</summary>
public sealed class ContentPartFieldSettings
{
    public string? DisplayName { get; set; }
    public string? Description { get; set; }
    public string? Editor { get; set; }
    public string? DisplayMode { get; set; }
    public string? Position { get; set; }
}

/// <summary>How a type is shown in GraphQL.</summary>
public sealed class GraphQLContentTypeSettings
{
    public bool Hidden { get; set; }
}

/// <summary>How a part on a type is shown in GraphQL.</summary>
public sealed class GraphQLContentTypePartSettings
{
    public bool Collapse { get; set; }
    public bool Hidden { get; set; }
    public bool PreventFieldNameCollision { get; set; }
}

/// <summary>Whether a field, or a part on a type, enters the Lucene index.</summary>
public sealed class LuceneContentIndexSettings
{
    public bool Included { get; set; }
    public bool Stored { get; set; }
    public bool Keyword { get; set; }
}
