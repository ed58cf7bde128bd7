using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>When an item is to be published and to be taken from public view, in words; null for what is not planned.</summary>
internal sealed record FormPlanned(string? Publish, string? Archive)
{
    public static FormPlanned Of(ContentItem item) =>
        new(Say(item.Field("PublishLaterPart", "ScheduledPublishUtc").AsMoment()), Say(item.Field("ArchiveLaterPart", "ScheduledArchiveUtc").AsMoment()));

    private static string? Say(DateTime? moment) => moment is { } at ? $"{LocalTime.Say(at)} {LocalTime.Name}" : null;
}
