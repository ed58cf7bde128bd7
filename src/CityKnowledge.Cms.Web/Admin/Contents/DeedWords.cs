using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Contents;

/// <summary>What is said before and after a deed.</summary>
internal static class DeedWords
{
    public static string Verb(this IStringLocalizer words, ItemDeed deed) => deed switch
    {
        ItemDeed.Publish => words["Publish"],
        ItemDeed.Unpublish => words["Unpublish"],
        ItemDeed.DiscardDraft => words["Discard draft"],
        ItemDeed.Clone => words["Clone"],
        _ => words["Delete"],
    };

    public static string Done(this IStringLocalizer words, ItemDeed deed, string title) => deed switch
    {
        ItemDeed.Publish => words["“{0}” is published.", title],
        ItemDeed.Unpublish => words["“{0}” is no longer public.", title],
        ItemDeed.DiscardDraft => words["The draft of “{0}” is discarded; the published version is the latest again.", title],
        ItemDeed.Clone => words["This is a copy of “{0}”. It is a draft of your own.", title],
        _ => words["“{0}” is in the bin.", title],
    };

    public static string DoneAll(this IStringLocalizer words, ItemDeed deed, int count) => (deed, count) switch
    {
        (ItemDeed.Publish, 1) => words["1 item is published."],
        (ItemDeed.Publish, _) => words["{0} items are published.", count],
        (ItemDeed.Unpublish, 1) => words["1 item is no longer public."],
        (ItemDeed.Unpublish, _) => words["{0} items are no longer public.", count],
        (_, 1) => words["1 item is in the bin."],
        _ => words["{0} items are in the bin.", count],
    };

    public static Confirmation Question(this IStringLocalizer words, ItemDeed deed, string title, string cancel) => new(
        deed switch
        {
            ItemDeed.Publish => words["Publish “{0}”?", title],
            ItemDeed.Unpublish => words["Take “{0}” from public view?", title],
            ItemDeed.DiscardDraft => words["Discard the draft of “{0}”?", title],
            ItemDeed.Clone => words["Copy “{0}”?", title],
            _ => words["Delete “{0}”?", title],
        },
        deed switch
        {
            ItemDeed.Publish => words["Everyone will see the latest version."],
            ItemDeed.Unpublish => words["Its page, its place in lists and in search are gone until it is published again. Nothing that was written is lost."],
            ItemDeed.DiscardDraft => words["The published version stays as it is. What was changed since remains in the history, from where it can be restored."],
            ItemDeed.Clone => words["The copy is a draft of your own, with an address of its own."],
            _ => words["It goes into the bin, from where it can be restored. If it is public, its page is gone at once."],
        },
        words.Verb(deed),
        cancel)
    {
        IsHarmless = deed is ItemDeed.Publish or ItemDeed.Clone,
    };

    public static Confirmation QuestionAll(this IStringLocalizer words, int count, string cancel) => new(
        count == 1 ? words["Delete 1 item?"] : words["Delete {0} items?", count],
        words["They go into the bin, from where they can be restored. The pages of those that are public are gone at once."],
        words.Verb(ItemDeed.Delete),
        cancel);
}
