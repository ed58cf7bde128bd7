using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.SeoMeta;

/// <summary>What search engines and social networks are told about an item.</summary>
internal sealed class SeoMetaPart : PartKind
{
    private static readonly FieldDefinition[] Pictures = [Picture("DefaultSocialImage", "Picture for social networks"), Picture("OpenGraphImage", "Picture (Open Graph)"), Picture("TwitterImage", "Picture on X")];

    public override string Name => "SeoMetaPart";

    public override string Purpose => "What search engines and social networks are told.";

    public override FieldShape Shape { get; } = FieldShape.Of(
        new FieldMember("PageTitle", MemberKind.Text, Indexed: false),
        new FieldMember("MetaDescription", MemberKind.Text, Indexed: false),
        new FieldMember("MetaKeywords", MemberKind.Text, Indexed: false),
        new FieldMember("Canonical", MemberKind.Text, Indexed: false),
        new FieldMember("MetaRobots", MemberKind.Text, Indexed: false),
        new FieldMember("OpenGraphType", MemberKind.Text, Indexed: false),
        new FieldMember("OpenGraphTitle", MemberKind.Text, Indexed: false),
        new FieldMember("OpenGraphDescription", MemberKind.Text, Indexed: false),
        new FieldMember("TwitterTitle", MemberKind.Text, Indexed: false),
        new FieldMember("TwitterDescription", MemberKind.Text, Indexed: false),
        new FieldMember("TwitterCard", MemberKind.Text, Indexed: false),
        new FieldMember("TwitterCreator", MemberKind.Text, Indexed: false),
        new FieldMember("TwitterSite", MemberKind.Text, Indexed: false),
        new FieldMember("GoogleSchema", MemberKind.Text, Indexed: false) { Text = StructuredData.Text },
        new FieldMember("Render", MemberKind.Flag, Indexed: false) { IsOnByDefault = true },
        new FieldMember("CustomMetaTags", MemberKind.Opaque, Indexed: false) { Text = MetaTags.Text },
        new FieldMember("DefaultSocialImage", MemberKind.Opaque, Indexed: false),
        new FieldMember("OpenGraphImage", MemberKind.Opaque, Indexed: false),
        new FieldMember("TwitterImage", MemberKind.Opaque, Indexed: false));

    public override IEnumerable<FieldMember> Editable(PartOnType part) =>
        Shape.Members.Where(member => !Pictures.Any(picture => picture.Name == member.Name) && IsAskedFor(part, member.Name));

    public override IEnumerable<FieldDefinition> OwnFields(PartOnType part) => Pictures.Where(picture => IsAskedFor(part, picture.Name));

    // The page tells search engines to go there instead.
    public override IEnumerable<FormattableString> Validate(PartOnType part, JsonElement value)
    {
        var canonical = value.Get("Canonical").AsText()?.Trim();
        if (string.IsNullOrEmpty(canonical) || canonical.StartsWith('/') && !canonical.StartsWith("//", StringComparison.Ordinal)) yield break;
        if (!Uri.TryCreate(canonical, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) yield return $"The address of the original must begin with https://, http:// or /.";
    }

    private static bool IsAskedFor(PartOnType part, string member)
    {
        var settings = part.Settings.Get<SeoMetaPartSettings>();
        return member switch
        {
            "MetaKeywords" => settings.DisplayKeywords,
            "CustomMetaTags" => settings.DisplayCustomMetaTags,
            "GoogleSchema" => settings.DisplayGoogleSchema,
            _ when member.StartsWith("OpenGraph", StringComparison.Ordinal) => settings.DisplayOpenGraph,
            _ when member.StartsWith("Twitter", StringComparison.Ordinal) => settings.DisplayTwitter,
            _ => true,
        };
    }

    private static FieldDefinition Picture(string name, string label) => new("MediaField", name, new SettingsBag(JsonSerializer.SerializeToElement(new
    {
        ContentPartFieldSettings = new { DisplayName = label },
        MediaFieldSettings = new { Multiple = false, AllowedExtensions = (string[])[".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"] },
    })));
}
