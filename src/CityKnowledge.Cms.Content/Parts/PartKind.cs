using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Parts;

/// <summary>A built-in part: the members it stores and what it does when an item is saved. Parts made of fields need none.</summary>
public abstract class PartKind
{
    /// <summary>Orchard's name, such as <c>TitlePart</c>.</summary>
    public abstract string Name { get; }

    /// <summary>For whom chooses a part: what it gives an item, in an English sentence.</summary>
    public virtual string Purpose => "";

    /// <summary>Whether people attach it to types; else the system puts it on items itself.</summary>
    public virtual bool IsAttachable => true;

    /// <summary>Whether a type may have it several times, under different names.</summary>
    public virtual bool IsReusable => false;

    /// <summary>The members of the part itself, beside any fields added to it.</summary>
    public virtual FieldShape Shape => FieldShape.None;

    /// <summary>Fills in what the part makes by itself, such as a title or address from a pattern.</summary>
    public virtual ValueTask PrepareAsync(PartOnType part, ContentDraft draft) => ValueTask.CompletedTask;

    /// <summary>The members a person may write in a form; everything else in a post is ignored.</summary>
    public virtual IEnumerable<FieldMember> Editable(PartOnType part) => Shape.Members.Where(member => member.IsWritable);

    /// <summary>The members that are fields themselves, such as a picture: edited and checked as their kind of field is.</summary>
    public virtual IEnumerable<FieldDefinition> OwnFields(PartOnType part) => [];

    /// <summary>The fields that a person may write: its own, unless a definition says otherwise about them, and those added to the part.</summary>
    public IEnumerable<FieldDefinition> FieldsOf(PartOnType part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return OwnFields(part).Where(field => part.Part.FindField(field.Name) is null).Concat(part.Fields);
    }

    /// <summary>Sets the members that follow from the settings, after a form was read.</summary>
    /// <param name="wasPublished">Whether the public has seen the item already.</param>
    public virtual void Fill(PartOnType part, JsonObject value, bool wasPublished)
    {
    }

    /// <summary>Says what is wrong with the part.</summary>
    public virtual IEnumerable<FormattableString> Validate(PartOnType part, JsonElement value) => [];

    /// <summary>Says what is still missing: asked before the item is published, not while it is a draft.</summary>
    public virtual IEnumerable<FormattableString> FindMissing(PartOnType part, JsonElement value) => [];

    /// <summary>Adds rows by which the item is found, beyond those of the indexed members.</summary>
    public virtual void Index(PartOnType part, JsonElement value, IndexRows rows)
    {
    }
}
