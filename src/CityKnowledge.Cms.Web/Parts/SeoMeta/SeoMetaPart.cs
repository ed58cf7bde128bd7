using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Parts;

namespace CityKnowledge.Cms.Web.Parts.SeoMeta;

/// <summary>What search engines and social networks are told about an item.</summary>
internal sealed class SeoMetaPart : PartKind
{
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
        new FieldMember("GoogleSchema", MemberKind.Text, Indexed: false),
        new FieldMember("Render", MemberKind.Flag, Indexed: false),
        new FieldMember("CustomMetaTags", MemberKind.Opaque, Indexed: false),
        new FieldMember("DefaultSocialImage", MemberKind.Opaque, Indexed: false),
        new FieldMember("OpenGraphImage", MemberKind.Opaque, Indexed: false),
        new FieldMember("TwitterImage", MemberKind.Opaque, Indexed: false));
}
