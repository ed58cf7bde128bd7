using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes.Settings;

/// <summary>A member of a settings class that has words, with its value in the JSON of a definition.</summary>
internal sealed class SettingMember(Type settings, PropertyInfo property, SettingAttribute words)
{
    public SettingAttribute Words => words;
    public string Class => settings.Name;
    public string Name => $"{settings.Name}.{property.Name}";
    public Type Type { get; } = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
    public bool IsList => Type.IsGenericType;

    /// <summary>What each row of a table of choices holds; none when it is no such table.</summary>
    public IReadOnlyList<SettingColumn> Columns { get; } = property.PropertyType is { IsGenericType: true } list && list.GetGenericArguments()[0] is { IsClass: true } row && row != typeof(string)
        ? [.. row.GetProperties().Where(column => column.CanWrite).Select(column => new SettingColumn(column.Name, column.PropertyType == typeof(bool)))]
        : [];

    public ControlKind Kind => this switch
    {
        { Columns.Count: > 0 } => ControlKind.Rows,
        { IsList: true, Words.Input: SettingInput.Types } => ControlKind.Choices,
        { IsList: true } => ControlKind.Lines,
        { Words.Input: SettingInput.Taxonomy } => ControlKind.Choice,
        { Words.Input: SettingInput.Paragraph or SettingInput.Liquid } => ControlKind.Long,
        { Type.IsEnum: true } => ControlKind.Choice,
        _ when Type == typeof(bool) => ControlKind.Flag,
        _ when Type == typeof(int) || Type == typeof(decimal) => ControlKind.Number,
        _ => ControlKind.Text,
    };

    /// <summary>The members of a class that have words, in the order in which they are written.</summary>
    public static IEnumerable<SettingMember> Of(Type settings) => settings.GetProperties()
        .Select(property => (property, words: property.GetCustomAttribute<SettingAttribute>()))
        .Where(member => member.words is not null)
        .Select(member => new SettingMember(settings, member.property, member.words!));

    /// <summary>The key under which the definition has the member, however it is spelled; else its proper name.</summary>
    public string KeyIn(SettingsBag bag) => KeyIn(bag.Json.Get(Class), property.Name) ?? property.Name;

    /// <summary>The value as it is stored; kind Undefined when the class default holds.</summary>
    public JsonElement Stored(SettingsBag bag) => bag.Json.Get(Class).Get(KeyIn(bag));

    /// <summary>The value in force, as the form shows it.</summary>
    public string Text(SettingsBag bag) => Stored(bag) is { ValueKind: not JsonValueKind.Undefined } stored ? TextOf(stored) : TextOf(Default());

    /// <summary>The texts of a list in force.</summary>
    public IReadOnlyList<string> Texts(SettingsBag bag) => [.. Stored(bag).AsTexts()];

    /// <summary>The rows of a table in force.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(SettingsBag bag) => Stored(bag) is { ValueKind: JsonValueKind.Array } stored
        ? [.. stored.EnumerateArray().Select(row => (IReadOnlyList<string>)[.. Columns.Select(column => TextOf(row.Get(KeyIn(row, column.Name) ?? column.Name)))])]
        : [];

    public static string? KeyIn(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object
        ? json.EnumerateObject().Select(member => member.Name).FirstOrDefault(key => string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
        : null;

    private object? Default() => property.GetValue(Activator.CreateInstance(settings));

    // Definitions from elsewhere may have enums as numbers and flags as texts.
    private string TextOf(JsonElement stored) => stored switch
    {
        { ValueKind: JsonValueKind.True } => "true",
        { ValueKind: JsonValueKind.False } => "false",
        { ValueKind: JsonValueKind.Number } when Type.IsEnum => Enum.GetName(Type, stored.TryGetInt32(out var number) ? number : 0) ?? "",
        _ => stored.AsText() ?? "",
    };

    private static string TextOf(object? value) => value switch
    {
        null or IEnumerable and not string => "",
        true => "true",
        false => "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
