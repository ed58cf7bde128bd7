using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes.Settings;

/// <summary>Reads a table of choices from a form: inputs named <c>Class.Member.0.Column</c>.</summary>
internal static class TypedRows
{
    private const int Most = 1_000;

    public static string NameOf(string member, int row, string column) => string.Create(CultureInfo.InvariantCulture, $"{member}.{row}.{column}");

    /// <summary>The rows as typed, with those left empty.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(SettingMember member, IFormCollection form)
    {
        var rows = new List<IReadOnlyList<string>>();
        for (var i = 0; i < Most && form.ContainsKey(NameOf(member.Name, i, member.Columns[0].Name)); i++)
        {
            rows.Add([.. member.Columns.Select(column => form[NameOf(member.Name, i, column.Name)].LastOrDefault()?.Trim() ?? "")]);
        }

        return rows;
    }

    /// <summary>The rows as they are stored. What a choice has besides these columns stays with it; a choice without a value is its own value.</summary>
    public static JsonArray ToJson(SettingMember member, SettingsBag present, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var stored = member.Stored(present) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().ToList() : [];
        var made = new JsonArray();
        for (var i = 0; i < rows.Count; i++)
        {
            if (IsEmpty(member, rows[i])) continue;
            made.Add((JsonNode)ToJson(member, i < stored.Count ? stored[i] : default, rows[i]));
        }

        return made;
    }

    public static bool IsEmpty(SettingMember member, IReadOnlyList<string> row) =>
        member.Columns.Zip(row).All(cell => cell.First.IsFlag || cell.Second.Length == 0);

    private static JsonObject ToJson(SettingMember member, JsonElement stored, IReadOnlyList<string> row)
    {
        var made = stored.ValueKind == JsonValueKind.Object ? JsonObject.Create(stored)! : [];
        var text = member.Columns.Zip(row).First(cell => !cell.First.IsFlag && cell.Second.Length > 0).Second;
        foreach (var (column, value) in member.Columns.Zip(row))
        {
            var key = SettingMember.KeyIn(stored, column.Name) ?? char.ToLowerInvariant(column.Name[0]) + column.Name[1..];
            made[key] = column.IsFlag ? JsonValue.Create(value == "true") : JsonValue.Create(value.Length > 0 ? value : text);
        }

        return made;
    }
}
