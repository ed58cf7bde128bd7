using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Web.Admin.Contents;

/// <summary>What can be done to an item without opening it; the names are the last part of Orchard's addresses.</summary>
internal enum ItemDeed
{
    Publish,
    Unpublish,
    DiscardDraft,
    Clone,
    Delete,
}

/// <summary>Which deeds make sense for an item, and which of them a person may do.</summary>
internal static class ItemDeeds
{
    public static string Permission(this ItemDeed deed) => deed switch
    {
        ItemDeed.Publish or ItemDeed.Unpublish => Permissions.PublishContent,
        ItemDeed.DiscardDraft => Permissions.EditContent,
        ItemDeed.Clone => Permissions.CloneContent,
        _ => Permissions.DeleteContent,
    };

    /// <summary>Whether a question comes first: what was typed or shown would be gone.</summary>
    public static bool IsAsked(this ItemDeed deed) => deed is ItemDeed.DiscardDraft or ItemDeed.Delete;

    /// <param name="isPublic">Whether this or an earlier version is public.</param>
    public static bool Suits(this ItemDeed deed, ContentItem item, bool isPublic) => deed switch
    {
        ItemDeed.Publish => !item.Published,
        ItemDeed.Unpublish => isPublic,
        ItemDeed.DiscardDraft => !item.Published && isPublic,
        _ => true,
    };

    public static string Address(this ItemDeed deed, string contentItemId) => $"{ItemAddresses.Items}/{Uri.EscapeDataString(contentItemId)}/{deed}";
}
