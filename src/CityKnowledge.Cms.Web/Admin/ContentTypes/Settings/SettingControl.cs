namespace CityKnowledge.Cms.Web.Admin.ContentTypes.Settings;

/// <summary>What a setting looks like in a form.</summary>
internal enum ControlKind
{
    Text,
    Long,
    Number,
    Flag,
    /// <summary>One of several.</summary>
    Choice,
    /// <summary>Any of several.</summary>
    Choices,
    /// <summary>One text on each line.</summary>
    Lines,
    /// <summary>A table of texts and flags.</summary>
    Rows,
}

/// <summary>One setting, filled in.</summary>
/// <param name="Name">The name of the input: class and member.</param>
internal sealed record SettingControl(string Name, string Label, string? Hint, ControlKind Kind)
{
    public string Id => Name.Replace('.', '_');
    public string Value { get; init; } = "";
    public IReadOnlyList<string> Values { get; init; } = [];
    public IReadOnlyList<SettingOption> Options { get; init; } = [];
    public IReadOnlyList<SettingColumn> Columns { get; init; } = [];
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];
}

/// <summary>One choice.</summary>
internal sealed record SettingOption(string Value, string Label);

/// <summary>A column of a table of choices.</summary>
internal sealed record SettingColumn(string Name, bool IsFlag);

/// <summary>The settings of one class.</summary>
/// <param name="Title">Null for those that need no heading.</param>
/// <param name="IsFolded">Whether few people need them.</param>
internal sealed record SettingsGroup(string? Title, bool IsFolded, IReadOnlyList<SettingControl> Controls);
