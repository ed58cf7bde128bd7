using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.Term;

/// <summary>Marks a term with the taxonomy it belongs to.</summary>
internal sealed class TermPart : PartKind
{
    public override string Name => "TermPart";

    public override bool IsAttachable => false;

    public override FieldShape Shape { get; } = FieldShape.Of(new FieldMember("TaxonomyContentItemId", MemberKind.Text, Indexed: false));

    // A term stays in its taxonomy.
    public override IEnumerable<FieldMember> Editable(PartOnType part) => [];
}
