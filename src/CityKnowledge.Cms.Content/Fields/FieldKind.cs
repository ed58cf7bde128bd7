using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Fields;

/// <summary>A kind of field. Everything the CMS does with fields follows from its <see cref="Shape"/>.</summary>
public abstract class FieldKind
{
    /// <summary>Orchard's name, such as <c>NumericField</c>.</summary>
    public abstract string Name { get; }

    public abstract FieldShape Shape { get; }

    /// <summary>For whom chooses a kind: what it holds, in an English sentence.</summary>
    public virtual string Purpose => "";

    /// <summary>Whether it holds what people write and look for later, and not an address, a number or a choice.</summary>
    public bool IsProse => Shape.Members is [{ Kind: MemberKind.Text or MemberKind.Texts or MemberKind.Html or MemberKind.Markdown }];

    /// <summary>Whether the settings of this field ask for a value before the item may be published.</summary>
    public virtual bool IsRequired(FieldDefinition field) => false;

    /// <summary>Whether the field holds nothing. An absent field arrives as an element of kind Undefined.</summary>
    public virtual bool IsEmpty(JsonElement value) => ShapeReading.IsEmpty(Shape, value);

    /// <summary>The members a person may write in a form; everything else in a post is ignored.</summary>
    public virtual IEnumerable<FieldMember> Editable(FieldDefinition field) => Shape.Members.Where(member => member.IsWritable);

    /// <summary>What the form of a new item begins with; null for nothing.</summary>
    public virtual JsonObject? Begin(FieldDefinition field) => null;

    /// <summary>Sets the members that follow from the settings, after a form was read.</summary>
    public virtual void Fill(FieldDefinition field, JsonObject value)
    {
    }

    /// <summary>Says what is wrong with a value that has the right shape: bounds, counts, patterns.</summary>
    public virtual IEnumerable<FormattableString> Validate(FieldDefinition field, JsonElement value) => [];

    /// <summary>Says what a value that is there still lacks before the item may be published.</summary>
    public virtual IEnumerable<FormattableString> FindMissing(FieldDefinition field, JsonElement value) => [];
}
