using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Media;

/// <summary>Rules that a <see cref="MediaField"/> may have; Orchard Core keeps them unread.</summary>
internal sealed class MediaFieldRuleSettings
{
    [Setting("A picture needs its description to be published", Hint = "Leave it off only where pictures are mere ornament.")]
    public bool TextRequired { get; set; }
}
