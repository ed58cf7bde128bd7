using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Link;

/// <summary>An address with a text.</summary>
internal sealed class LinkField : FieldKind
{
    public override string Name => "LinkField";

    public override string Purpose => "A web address and its words.";

    public override FieldShape Shape { get; } = FieldShape.Of(
        new FieldMember("Url", MemberKind.Text),
        new FieldMember("Text", MemberKind.Text),
        new FieldMember("Target", MemberKind.Text, Indexed: false));

    public override bool IsRequired(FieldDefinition field) => field.Settings.Get<LinkFieldSettings>().Required;

    public override bool IsEmpty(JsonElement value) => string.IsNullOrWhiteSpace(value.Get("Url").AsText());

    public override JsonObject? Begin(FieldDefinition field)
    {
        var settings = field.Settings.Get<LinkFieldSettings>();
        return settings.DefaultUrl is null && settings.DefaultText is null
            ? null
            : new JsonObject { ["Url"] = settings.DefaultUrl, ["Text"] = settings.DefaultText, ["Target"] = settings.DefaultTarget };
    }

    public override IEnumerable<FormattableString> Validate(FieldDefinition field, JsonElement value)
    {
        if (!IsSafe(value.Get("Url").AsText()!)) yield return $"{field.Label} must be an address that begins with https://, http://, mailto:, / or ~/.";
        if (field.Settings.Get<LinkFieldSettings>().LinkTextMode == LinkTextMode.Required && string.IsNullOrWhiteSpace(value.Get("Text").AsText()))
        {
            yield return $"The link text is required for {field.Label}.";
        }
    }

    // Scripts hide in addresses too: javascript:, data:, vbscript: and the like are never stored as links. And www.example.org alone
    // would lead to a page of that name beside the one with the link.
    private static bool IsSafe(string url)
    {
        url = url.Trim();
        if (url.StartsWith("~/", StringComparison.Ordinal) || url.StartsWith('/') || url.StartsWith('#') || url.StartsWith('?')) return true;
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto" or "tel" or "ftp";
    }
}
