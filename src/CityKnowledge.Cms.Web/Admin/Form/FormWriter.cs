using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Admin.Inputs;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>What is to be written, over what.</summary>
/// <param name="Present">The version that is written over; null when the item must not exist yet.</param>
internal sealed record FormWriting(Caller Caller, FormPlan Plan, string ItemId, ContentItem? Present, InputTexts Texts)
{
    public long Stamp => Present?.Stamp ?? 0;

    /// <summary>Whether saving leaves alone what the public sees.</summary>
    public bool IsUnseen => Present is not { Published: true } || Plan.Type.Options.Versionable;
}

/// <summary>Writes what was typed as a draft or as the public version.</summary>
internal sealed class FormWriter(ContentEditor editor, FormReader form, PickedEntries picked, ItemCheck check)
{
    public async Task<FormOutcome> WriteAsync(FormWriting writing, FormButton button)
    {
        if (button == FormButton.Autosave) return writing.IsUnseen ? await AutosaveAsync(writing) : new FormWaiting();
        var reading = await ReadAsync(writing, writing.Texts);
        reading = reading with { Problems = [.. reading.Problems, .. PickedEntries.FindUnpicked(writing.Plan, writing.Texts)] };
        if (reading.Problems.Count > 0) return await RefuseAsync(writing, reading, button == FormButton.Publish);
        try
        {
            var saved = button == FormButton.Publish
                ? await editor.SaveAndPublishAsync(writing.Caller, reading.Draft, writing.Stamp)
                : await editor.SaveDraftAsync(writing.Caller, reading.Draft, writing.Stamp);
            return new FormSaved(saved, saved.Published, [], []) { Unseen = saved.Published ? await picked.ListUnseenAsync(writing.Caller, writing.Plan, saved) : [] };
        }
        catch (InvalidContentException wrong)
        {
            return await KeepAsync(writing, button, wrong.Problems);
        }
    }

    private async Task<FormReading> ReadAsync(FormWriting writing, InputTexts texts)
    {
        var unknown = await picked.ResolveAsync(writing.Caller, writing.Plan, texts, writing.Present);
        var reading = form.Read(writing.Plan, unknown.Count == 0 ? texts : Without(writing.Plan, texts, unknown), writing.Present);
        reading.Draft.ContentItemId = writing.ItemId;
        return reading with { Problems = [.. unknown, .. reading.Problems] };
    }

    private async Task<FormOutcome> RefuseAsync(FormWriting writing, FormReading reading, bool complete)
    {
        await check.PrepareAsync(writing.Plan.Type, reading.Draft);
        // What could not be read is not missing.
        var others = check.Check(writing.Plan.Type, reading.Draft.ToContent(), complete)
            .Where(problem => !reading.Problems.Any(unread => unread.Path.StartsWith(problem.Path, StringComparison.Ordinal)));
        return new FormRefused(writing.Present, writing.Texts, [.. reading.Problems, .. others], IsKept: false);
    }

    // What lacks something for the public can still be a draft, so that the person may go home.
    private async Task<FormOutcome> KeepAsync(FormWriting writing, FormButton button, IReadOnlyList<ContentProblem> problems)
    {
        var isUntouched = IsUntouched(writing);
        if (button != FormButton.Publish || !writing.IsUnseen || isUntouched) return new FormRefused(writing.Present, writing.Texts, problems, IsKept: false) { IsUntouched = isUntouched };
        try
        {
            var kept = await editor.SaveDraftAsync(writing.Caller, (await ReadAsync(writing, writing.Texts)).Draft, writing.Stamp, quiet: true);
            return new FormRefused(kept, writing.Texts, problems, IsKept: true);
        }
        catch (InvalidContentException)
        {
            return new FormRefused(writing.Present, writing.Texts, problems, IsKept: false);
        }
    }

    // A form that was opened and sent as it was is no draft: nobody would find it again.
    private bool IsUntouched(FormWriting writing)
    {
        if (writing.Present is not null) return false;
        var begun = form.Begin(writing.Plan);
        return writing.Plan.Members.All(member => FormTexts.AreSame(member, writing.Texts, begun));
    }

    // One wrong number must not keep ten paragraphs from being saved: what is wrong so far stays as it was.
    private async Task<FormOutcome> AutosaveAsync(FormWriting writing)
    {
        var reading = await ReadAsync(writing, writing.Texts);
        var problems = reading.Problems;
        // Not everything is looked at before the owner, say, is known: what was left out may bring another problem to light.
        while (true)
        {
            try
            {
                var saved = await editor.SaveDraftAsync(writing.Caller, reading.Draft, writing.Stamp, quiet: true);
                return new FormSaved(saved, saved.Published, problems, []);
            }
            catch (InvalidContentException wrong)
            {
                var known = problems.Select(problem => problem.Path).ToHashSet(StringComparer.Ordinal);
                var others = wrong.Problems.Where(problem => !known.Contains(problem.Path)).ToList();
                problems = [.. problems, .. others];
                if (others.Count == 0) return new FormRefused(writing.Present, writing.Texts, problems, IsKept: false);
            }

            reading = await ReadAsync(writing, Without(writing.Plan, writing.Texts, problems));
        }
    }

    private static InputTexts Without(FormPlan plan, InputTexts texts, IReadOnlyList<ContentProblem> problems)
    {
        var right = new InputTexts();
        foreach (var member in plan.Members.Where(member => texts.Has(member.Name)))
        {
            if (!problems.Any(problem => problem.Path == member.Name || problem.Path == member.Prefix)) right.Set(member.Name, texts.All(member.Name));
        }

        return right;
    }
}
