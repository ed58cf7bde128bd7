namespace CityKnowledge.Cms.Content.Types;

/// <summary>With what a setting is entered, where its type does not say it.</summary>
public enum SettingInput
{
    Plain,
    /// <summary>Several lines of text.</summary>
    Paragraph,
    /// <summary>A Liquid pattern; it is checked before it is kept.</summary>
    Liquid,
    /// <summary>A regular expression; it is checked before it is kept.</summary>
    Pattern,
    /// <summary>Names of content types.</summary>
    Types,
    /// <summary>The id of a taxonomy.</summary>
    Taxonomy,
}

/// <summary>Says in English words what a member of a settings class does. Members without it are kept, but have no form.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(string label) : Attribute
{
    public string Label { get; } = label;

    /// <summary>A sentence more, or null.</summary>
    public string? Hint { get; init; }

    public SettingInput Input { get; init; }

    /// <summary>Whether few people need it: it stands folded away.</summary>
    public bool IsRare { get; init; }
}
