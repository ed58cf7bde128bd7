using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.GraphQl.Building;
using CityKnowledge.Cms.Web.GraphQl.Members;

namespace CityKnowledge.Cms.Web.GraphQl.Parts;

/// <summary>A part where it stands on a type.</summary>
/// <param name="Spot">The JSON object of the part, seen from the object that shows it.</param>
/// <param name="NameOf">The GraphQL name of a member or field of the part.</param>
internal sealed record PartPlace(TypeDefinition Type, PartOnType Part, Spot Spot, Func<string, string> NameOf);

/// <summary>What a schema is made with.</summary>
internal sealed record Workshop(ContentTypes ContentTypes, SharedTypes Types, MemberOffers Members, FieldOffers Fields, TypeNames Names);

/// <summary>A part that shows something else than its stored members. Parts without a view of their own show just those.</summary>
internal abstract class PartView
{
    /// <summary>The part's name, such as <c>ListPart</c>.</summary>
    public abstract string Part { get; }

    /// <summary>Whether its members always stand on the type itself.</summary>
    public virtual bool Collapses => false;

    /// <summary>Whether the stored members are shown as well.</summary>
    public virtual bool ShowsMembers => false;

    public abstract void Describe(PartPlace place, Workshop workshop, Offer offer);
}
