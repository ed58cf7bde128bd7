using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.GraphQl.Building;
using CityKnowledge.Cms.Web.Html;

namespace CityKnowledge.Cms.Web.GraphQl.Members;

/// <summary>Markdown as written, and as cleaned HTML beside it.</summary>
internal sealed class MarkdownMember(Scalars scalars, RichText richText) : MemberView
{
    public override bool Shows(MemberKind kind) => kind == MemberKind.Markdown;

    public override void Describe(MemberPlace place, Offer offer)
    {
        var spot = place.Owner.Below(place.Member.Name);
        offer.Field(place.Name, scalars.Text, new JsonResolver(spot, json => json.AsText()));
        offer.Field("html", scalars.Text, new JsonResolver(spot, json => json.AsText() is { } markdown ? richText.FromMarkdown(markdown) : null));
    }
}
