using CityKnowledge.Cms.Content.Fields;

namespace CityKnowledge.Cms.Web.Fields.Markdown;

/// <summary>Markdown; kept as written, rendered and cleaned when shown.</summary>
internal sealed class MarkdownField : FieldKind
{
    public override string Name => "MarkdownField";

    public override string Purpose => "Formatted text, written with simple marks.";

    public override FieldShape Shape { get; } = FieldShape.Of(new FieldMember("Markdown", MemberKind.Markdown, Indexed: false));
}
