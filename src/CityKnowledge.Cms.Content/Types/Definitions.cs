namespace CityKnowledge.Cms.Content.Types;

/// <summary>A field on a part.</summary>
/// <param name="Kind">The field kind, such as <c>TextField</c>.</param>
/// <param name="Name">The technical name; the JSON key below the part.</param>
public sealed record FieldDefinition(string Kind, string Name, SettingsBag Settings)
{
    /// <summary>The name shown to people.</summary>
    public string Label => Settings.Get<ContentPartFieldSettings>().DisplayName is { Length: > 0 } label ? label : Name;
}

/// <summary>A part: a named group of fields, or one of the built-in parts.</summary>
public sealed record PartDefinition(string Name, SettingsBag Settings, IReadOnlyList<FieldDefinition> Fields)
{
    public FieldDefinition? FindField(string name) =>
        Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A part as it is attached to a type.</summary>
/// <param name="Name">The JSON key on the item; equals the part's name unless the part is attached under another one.</param>
public sealed record PartOnType(string Name, PartDefinition Part, SettingsBag Settings)
{
    public IReadOnlyList<FieldDefinition> Fields => Part.Fields;
    public string Label => Settings.Get<ContentTypePartSettings>().DisplayName is { Length: > 0 } label ? label : Name;
}

/// <summary>A content type: a named list of parts.</summary>
public sealed record TypeDefinition(string Name, string DisplayName, SettingsBag Settings, IReadOnlyList<PartOnType> Parts)
{
    public ContentTypeSettings Options => Settings.Get<ContentTypeSettings>();

    public PartOnType? FindPart(string name) =>
        Parts.FirstOrDefault(part => string.Equals(part.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first attached part made from the definition <paramref name="partName"/>, under whatever name.</summary>
    public PartOnType? FindPartOf(string partName) =>
        Parts.FirstOrDefault(part => string.Equals(part.Part.Name, partName, StringComparison.Ordinal));
}
