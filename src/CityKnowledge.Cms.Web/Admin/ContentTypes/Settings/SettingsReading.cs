using System.Globalization;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Types;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes.Settings;

/// <summary>Reads posted settings. Only members that have words are read, and only what differs from what is in force is given back.</summary>
internal sealed class SettingsReading(TypeCatalogue types, LiquidPattern patterns, IStringLocalizer<AdminTexts> words)
{
    /// <summary>What to set: class → member → value, null for a member to take away.</summary>
    /// <exception cref="InvalidContentException">Something typed is wrong; the paths are names of inputs.</exception>
    public JsonObject Read(IEnumerable<Type> classes, SettingsBag present, IFormCollection form)
    {
        var changes = new JsonObject();
        var problems = new List<ContentProblem>();
        foreach (var member in classes.SelectMany(SettingMember.Of))
        {
            if (!IsPosted(member, form)) continue;
            try
            {
                if (TryRead(member, present, form, out var value)) Below(changes, member.Class)[member.KeyIn(present)] = value;
            }
            catch (FormatException trouble)
            {
                problems.Add(new ContentProblem(member.Name, $"{words[member.Words.Label].Value}: {trouble.Message}"));
            }
        }

        return problems.Count == 0 ? changes : throw new InvalidContentException(problems);
    }

    private static bool IsPosted(SettingMember member, IFormCollection form) =>
        form.ContainsKey(member.Kind == ControlKind.Rows ? TypedRows.NameOf(member.Name, 0, member.Columns[0].Name) : member.Name);

    private bool TryRead(SettingMember member, SettingsBag present, IFormCollection form, out JsonNode? value)
    {
        if (member.IsList)
        {
            var list = ReadList(member, present, form);
            value = list;
            return !JsonNode.DeepEquals(list, member.Stored(present) is { ValueKind: System.Text.Json.JsonValueKind.Array } stored ? JsonArray.Create(stored) : new JsonArray());
        }

        var text = (form[member.Name].LastOrDefault() ?? "").ReplaceLineEndings("\n").Trim();
        value = ReadOne(member, text);
        return text != member.Text(present);
    }

    private JsonArray ReadList(SettingMember member, SettingsBag present, IFormCollection form)
    {
        if (member.Kind == ControlKind.Rows) return ReadRows(member, present, form);
        var lines = form[member.Name].OfType<string>().SelectMany(text => text.ReplaceLineEndings("\n").Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (member.Words.Input == SettingInput.Types && lines.Find(name => types.Current.FindType(name) is null && !member.Texts(present).Contains(name)) is { } unknown)
        {
            throw new FormatException(words["there is no content type '{0}'.", unknown]);
        }

        return new JsonArray([.. lines.Select(line => (JsonNode)line)]);
    }

    private JsonArray ReadRows(SettingMember member, SettingsBag present, IFormCollection form)
    {
        var rows = TypedRows.ToJson(member, present, TypedRows.Read(member, form));
        var twice = rows.Select(row => row!.AsObject().FirstOrDefault(cell => string.Equals(cell.Key, "value", StringComparison.OrdinalIgnoreCase)).Value?.GetValue<string>())
            .GroupBy(text => text).FirstOrDefault(same => same.Key is not null && same.Count() > 1);
        return twice is null ? rows : throw new FormatException(words["the stored value '{0}' occurs twice.", twice.Key!]);
    }

    private JsonNode? ReadOne(SettingMember member, string text)
    {
        if (member.Type == typeof(bool)) return text == "true";
        if (text.Length == 0) return null;
        if (member.Type == typeof(int)) return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : throw new FormatException(words["this must be a whole number such as 2."]);
        if (member.Type == typeof(decimal)) return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException(words["this must be a number such as 1.5."]);
        if (member.Type.IsEnum) return Enum.GetNames(member.Type).Contains(text) ? text : throw new FormatException(words["choose one of {0}.", string.Join(", ", Enum.GetNames(member.Type))]);
        if (member.Words.Input == SettingInput.Liquid && patterns.FindProblem(text) is { } problem) throw new FormatException(words["this is no valid Liquid. {0}", problem]);
        if (member.Words.Input == SettingInput.Pattern && TextPattern.Compile(text) is null) throw new FormatException(words["this is no regular expression that can be used here. Look-around and back references are not allowed."]);
        return text;
    }

    private static JsonObject Below(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject there) return there;
        var made = new JsonObject();
        parent[name] = made;
        return made;
    }
}
