using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.GraphQl.Building;
using CityKnowledge.Cms.Web.Html;

namespace CityKnowledge.Cms.Web.GraphQl.Members;

/// <summary>HTML, cleaned.</summary>
internal sealed class HtmlMember(Scalars scalars, RichText richText) : MemberView
{
    public override bool Shows(MemberKind kind) => kind == MemberKind.Html;

    public override void Describe(MemberPlace place, Offer offer) => offer.Field(
        place.Name,
        scalars.Text,
        new JsonResolver(place.Owner.Below(place.Member.Name), json => json.AsText() is { } html ? richText.Clean(html) : null));
}
