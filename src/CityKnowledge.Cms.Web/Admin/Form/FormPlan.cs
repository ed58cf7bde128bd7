using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>One member that a person may write in the form.</summary>
/// <param name="Field">Null for a member of the part itself.</param>
internal sealed record FormMember(PartOnType Part, FieldDefinition? Field, FieldMember Member)
{
    /// <summary>The start of the names of all members that belong together: <c>Practice.Summary</c>.</summary>
    public string Prefix => Field is null ? Part.Name : $"{Part.Name}.{Field.Name}";

    /// <summary>The name of the control: <c>Practice.Summary.Text</c>.</summary>
    public string Name => $"{Prefix}.{Member.Name}";

    /// <summary>What is taken as a whole when two people changed it: a field, or one member of a part.</summary>
    public string Unit => Field is null ? Name : Prefix;

    /// <summary>Whether the field belongs to the kind of the part, whose view draws it.</summary>
    public bool IsOwn => Field is not null && !Part.Fields.Contains(Field);

    public string Label => Field?.Label ?? Member.Name;

    /// <summary>Whether it stands on the item itself, not in its parts.</summary>
    public bool IsOfItem => Field is null && Part.Part.Name == ItemFacts.Part;

    /// <summary>Whether it holds the id of a person.</summary>
    public bool IsPerson => IsOfItem && Member.Name == ItemFacts.Owner;
}

/// <summary>What a person may write in the form of an item: follows from the definition of its type and the person's rights alone.</summary>
internal sealed record FormPlan(TypeDefinition Type, IReadOnlyList<FormMember> Members)
{
    /// <summary>Where a new item will stand; null when it stands in no list.</summary>
    public ContainedPlan? Place { get; init; }

    /// <summary>Where in the form a problem is: problems are told in that order, those of the whole item last.</summary>
    public int PlaceOf(string path)
    {
        for (var i = 0; i < Members.Count; i++)
        {
            if (Members[i].Name == path || Members[i].Prefix == path || Members[i].Part.Name == path) return i;
        }

        return Members.Count;
    }

    /// <summary>The name of the control that a problem is about; the path itself when there is none.</summary>
    public string FindControl(string path)
    {
        var below = Members.Where(member => member.Name == path || member.Prefix == path).ToList();
        if (below.Count == 0) return path;
        return below[0].Field is null || !InputName.IsGroup([.. below.Select(member => member.Member)]) ? below[0].Name : below[0].Prefix;
    }
}

/// <summary>Makes the plan of a form.</summary>
internal sealed class FormPlans(FieldKinds fields, PartKinds parts, Access access, ContainedPlans places)
{
    // Who sets the time of publishing publishes.
    private static readonly string[] AskForPublishing = [Schedule.PublishPart, Schedule.ArchivePart];

    /// <param name="item">Null for a new item.</param>
    public FormPlan Make(Caller caller, TypeDefinition type, ContentItem? item)
    {
        var mayPublish = item is null
            ? access.AllowsType(caller, Access.OwnForm(Permissions.PublishContent), type.Name)
            : access.AllowsItem(caller, Permissions.PublishContent, item);
        var mayGive = access.AllowsType(caller, Permissions.EditContentOwner, type.Name);
        return new FormPlan(type,
        [
            .. type.Parts.Where(part => mayPublish || !AskForPublishing.Contains(part.Part.Name)).SelectMany(MembersOf).Where(member => mayGive || !member.IsOfItem),
        ]);
    }

    /// <summary>The plan of a new item that will stand in a list; null when there is no such list, or it holds no items of that type.</summary>
    /// <exception cref="ForbiddenException">The caller may not change the list.</exception>
    public async Task<FormPlan?> MakeContainedAsync(Caller caller, TypeDefinition type, string listId) =>
        await places.FindAsync(caller, listId, type) is { } place ? Make(caller, type, null) with { Place = place } : null;

    private IEnumerable<FormMember> MembersOf(PartOnType part)
    {
        var kind = parts.Find(part.Part.Name);
        return
        [
            .. (kind?.Editable(part) ?? []).Select(member => new FormMember(part, null, member)),
            .. (kind?.FieldsOf(part) ?? part.Fields).SelectMany(field => MembersOf(part, field)),
        ];
    }

    private IEnumerable<FormMember> MembersOf(PartOnType part, FieldDefinition field) =>
        (fields.Find(field.Kind)?.Editable(field) ?? []).Select(member => new FormMember(part, field, member));
}
