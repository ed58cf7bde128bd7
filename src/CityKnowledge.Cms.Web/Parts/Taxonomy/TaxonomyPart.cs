using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.Taxonomy;

/// <summary>A vocabulary: terms as items inside the item, children inside their parents.</summary>
internal sealed class TaxonomyPart : PartKind
{
    public override string Name => "TaxonomyPart";

    public override string Purpose => "Makes the item a vocabulary of terms.";

    public override FieldShape Shape { get; } = FieldShape.Of(
        new FieldMember("TermContentType", MemberKind.Text, Indexed: false),
        new FieldMember("Terms", MemberKind.Opaque, Indexed: false));

    // Terms have screens of their own.
    public override IEnumerable<FieldMember> Editable(PartOnType part) => [];

    public override void Index(PartOnType part, JsonElement value, IndexRows rows) => IndexTerms(value.Get("Terms"), rows);

    // A term with an address of its own has a page: see the routes of contained items.
    private static void IndexTerms(JsonElement terms, IndexRows rows)
    {
        if (terms.ValueKind != JsonValueKind.Array) return;
        foreach (var term in terms.EnumerateArray())
        {
            if (term.Get("AutoroutePart").Get("Path").AsText() is { Length: > 0 } path && term.Get("ContentItemId").AsText() is { } id) rows.Path(path, id);
            IndexTerms(term.Get("Terms"), rows);
        }
    }
}
