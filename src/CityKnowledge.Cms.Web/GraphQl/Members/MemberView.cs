using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Web.GraphQl.Building;

namespace CityKnowledge.Cms.Web.GraphQl.Members;

/// <summary>A member of a field or part, where it stands on a type.</summary>
/// <param name="Name">The GraphQL name it takes.</param>
/// <param name="Owner">The JSON object that has the member.</param>
/// <param name="Key">How Content names it in queries: see <see cref="CityKnowledge.Cms.Content.Queries.FieldKey"/>.</param>
internal sealed record MemberPlace(FieldMember Member, string Name, Spot Owner, string Key);

/// <summary>How members of some kinds are read, filtered and sorted. There is one for every kind, and no other place that knows kinds.</summary>
internal abstract class MemberView
{
    public abstract bool Shows(MemberKind kind);

    /// <summary>Whether an item without the field still shows an empty object, so that its lists are empty and not null.</summary>
    public virtual bool IsList => false;

    public abstract void Describe(MemberPlace place, Offer offer);
}
