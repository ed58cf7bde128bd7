using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Parts;

namespace CityKnowledge.Cms.Web.Parts.HtmlBody;

/// <summary>The body of an item in HTML; kept as written, cleaned when shown.</summary>
internal sealed class HtmlBodyPart : PartKind
{
    public override string Name => "HtmlBodyPart";

    public override string Purpose => "A body of formatted text.";

    public override bool IsReusable => true;

    public override FieldShape Shape { get; } = FieldShape.Of(new FieldMember("Html", MemberKind.Html, Indexed: false));
}
