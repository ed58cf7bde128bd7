using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Parts;

namespace CityKnowledge.Cms.Web.Parts.MarkdownBody;

/// <summary>The body of an item in Markdown; kept as written, rendered and cleaned when shown.</summary>
internal sealed class MarkdownBodyPart : PartKind
{
    public override string Name => "MarkdownBodyPart";

    public override string Purpose => "A body of text, written with simple marks.";

    public override bool IsReusable => true;

    public override FieldShape Shape { get; } = FieldShape.Of(new FieldMember("Markdown", MemberKind.Markdown, Indexed: false));
}
