namespace CityKnowledge.Cms.Content.Items;

/// <summary>When something will happen to an item by itself.</summary>
public static class ScheduledMoments
{
    /// <summary>When the draft will be published; null when that is not planned.</summary>
    public static DateTime? PublishAt(this ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Part(Schedule.PublishPart).Get(Schedule.PublishMember).AsMoment();
    }

    /// <summary>When the item will be taken from public view; null when that is not planned.</summary>
    public static DateTime? ArchiveAt(this ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Part(Schedule.ArchivePart).Get(Schedule.ArchiveMember).AsMoment();
    }
}
