using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Admin.Inputs;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Saves what a form sent, over the version it was loaded from and over no other.</summary>
internal sealed class FormSaving(ContentReader reader, FormWriter writer, FormSaves saves)
{
    private const int MostTries = 4;

    /// <param name="present">The latest version; null for a new item.</param>
    /// <exception cref="ForbiddenException">The caller may not do that.</exception>
    public async Task<FormOutcome> SaveAsync(Caller caller, FormPlan plan, FormPost post, FormTicket ticket, ContentItem? present)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryAsync(caller, plan, post, ticket, present);
            }
            catch (StaleVersionException) when (tries < MostTries)
            {
                present = await reader.FindLatestAsync(ticket.ItemId);
            }
        }
    }

    /// <summary>What was changed since the form was loaded; null when nothing was.</summary>
    public static FormMerge? FindMerge(FormPlan plan, FormPost post, ContentItem? present) =>
        present is null || (post.Version == present.ContentItemVersionId && post.Stamp == present.Stamp)
            ? null
            : new FormMerge(plan, post.Version is null ? post.Base ?? new InputTexts() : post.Base, FormTexts.Of(plan, present), post.Typed);

    private async Task<FormOutcome> TryAsync(Caller caller, FormPlan plan, FormPost post, FormTicket ticket, ContentItem? present)
    {
        if (FindMerge(plan, post, present) is not { } merge) return await WriteAsync(caller, plan, post, ticket, present, post.Typed, []);
        // Sent twice: the second time there is nothing left to do, except to publish what was saved. What waits in the box of a
        // picker is no difference yet.
        if (merge.Differences.Count == 0)
        {
            var waits = post.Button != FormButton.Autosave && PickedEntries.FindUnpicked(plan, post.Typed).Any();
            return waits || (post.Button == FormButton.Publish && !present!.Published)
                ? await WriteAsync(caller, plan, post, ticket, present, post.Typed, [])
                : new FormSaved(present!, present!.Published, [], []);
        }

        // Someone may have saved, ordered a list or planned a time without a change of what the form shows.
        var isMineAlone = !merge.Differences.Any(difference => difference.IsTheirs) && !saves.IsLate(ticket, post.Turn, present!);
        if (isMineAlone || saves.WroteIt(ticket, post.Turn, present!)) return await WriteAsync(caller, plan, post, ticket, present, post.Typed, []);
        return Decide(merge, post, present!) is { } decided
            ? await WriteAsync(caller, plan, post, ticket, present, decided, [.. merge.Differences.Where(difference => difference.Obvious == FormSide.Theirs).Select(difference => difference.Label)])
            : new FormClash(merge, present!);
    }

    // What goes public is looked at by a person first; and a form that stays on the screen must not be merged behind it.
    private static InputTexts? Decide(FormMerge merge, FormPost post, ContentItem present)
    {
        var isAnswered = post.Theirs == FormPost.NameOf(present.ContentItemVersionId, present.Stamp);
        if (isAnswered) return merge.Resolve(post.Choices);
        return post.Button == FormButton.Save && post.Theirs.Length == 0 ? merge.Resolve(new Dictionary<string, string>()) : null;
    }

    private async Task<FormOutcome> WriteAsync(
        Caller caller, FormPlan plan, FormPost post, FormTicket ticket, ContentItem? present, InputTexts texts, IReadOnlyList<string> taken)
    {
        var outcome = await writer.WriteAsync(new FormWriting(caller, plan, ticket.ItemId, present, texts), post.Button);
        // After a merge the form does not show what it saved: sent once more, it would undo what was taken from others.
        var knowsIt = ReferenceEquals(texts, post.Typed);
        if (knowsIt && outcome is FormRefused { IsKept: true, Item: { } kept }) saves.Note(kept, ticket, post.Turn);
        if (outcome is not FormSaved saved) return outcome;
        if (knowsIt) saves.Note(saved.Item, ticket, post.Turn);
        return saved with { Taken = taken };
    }
}
