using CityKnowledge.Cms.Content.Fields;

namespace CityKnowledge.Cms.Web.Fields.Html;

/// <summary>HTML; kept as written, cleaned when shown.</summary>
internal sealed class HtmlField : FieldKind
{
    public override string Name => "HtmlField";

    public override string Purpose => "Formatted text with headings, lists and links.";

    public override FieldShape Shape { get; } = FieldShape.Of(new FieldMember("Html", MemberKind.Html, Indexed: false));
}
