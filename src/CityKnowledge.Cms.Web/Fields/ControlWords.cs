using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Fields;

/// <summary>Words for scripts: short names → sentences in the language of the page, as JSON for an attribute.</summary>
internal sealed class ControlWords(IStringLocalizer words)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private readonly Dictionary<string, string> sentences = [];

    public ControlWords Add(string name, string sentence)
    {
        sentences[name] = words[sentence].Value;
        return this;
    }

    /// <summary>For a list to choose from below a box to type in.</summary>
    public ControlWords AddBox() => Add("offers", "What was found").Add("nothing", "Nothing found.").Add("found", "{0} found")
        .Add("added", "{0} was added.").Add("removed", "{0} was removed.").Add("remove", "Remove {0}");

    public override string ToString() => JsonSerializer.Serialize(sentences, Readable);
}
