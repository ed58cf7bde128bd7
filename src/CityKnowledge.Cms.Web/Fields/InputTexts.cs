using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;

namespace CityKnowledge.Cms.Web.Fields;

/// <summary>What the controls of a form show: name → texts, as HTML inputs write them. As typed, right or wrong; else as stored.</summary>
internal sealed class InputTexts
{
    private readonly Dictionary<string, IReadOnlyList<string>> texts = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => texts.Keys;

    public void Set(string name, IReadOnlyList<string> values) => texts[name] = values;

    public bool Has(string name) => texts.ContainsKey(name);

    /// <summary>All texts of the name; none when nothing was typed or stored.</summary>
    public IReadOnlyList<string> All(string name) => texts.GetValueOrDefault(name) ?? [];

    /// <summary>The last text: a checkbox comes after its hidden "false".</summary>
    public string Last(string name) => All(name) is [.., var last] ? last : "";

    /// <summary>Adds what a stored field or part holds.</summary>
    public void Add(string prefix, FieldShape shape, JsonElement stored)
    {
        foreach (var member in shape.Members.Where(member => member.IsWritable))
        {
            Set($"{prefix}.{member.Name}", InputText.Write(member, stored));
        }
    }
}
