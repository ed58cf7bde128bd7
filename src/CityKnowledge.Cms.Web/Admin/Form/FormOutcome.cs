using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>What became of a form that was sent.</summary>
internal abstract record FormOutcome;

/// <summary>It was saved.</summary>
/// <param name="Left">What an autosave had to leave as it was, because it is wrong so far.</param>
/// <param name="Taken">Labels of what others had changed meanwhile and was taken with it.</param>
internal sealed record FormSaved(ContentItem Item, bool IsPublished, IReadOnlyList<ContentProblem> Left, IReadOnlyList<string> Taken) : FormOutcome
{
    /// <summary>Titles of what it points to and visitors do not see yet.</summary>
    public IReadOnlyList<string> Unseen { get; init; } = [];
}

/// <summary>Something is missing or wrong.</summary>
/// <param name="Item">The present version; newer than the one sent when what was right could be kept as a draft. Null for a new item.</param>
/// <param name="Typed">What the form shows again.</param>
internal sealed record FormRefused(ContentItem? Item, InputTexts Typed, IReadOnlyList<ContentProblem> Problems, bool IsKept) : FormOutcome
{
    /// <summary>Whether nothing was typed yet: there is nothing to save.</summary>
    public bool IsUntouched { get; init; }
}

/// <summary>Someone else changed the item meanwhile.</summary>
internal sealed record FormClash(FormMerge Merge, ContentItem Present) : FormOutcome
{
    /// <summary>Who else saved; null when it was the same person in another window, or something that was planned.</summary>
    public string? WriterBeside(Caller caller) => string.Equals(Present.Author, caller.UserName, StringComparison.OrdinalIgnoreCase) ? null : Present.Author;
}

/// <summary>An autosave would have changed what the public sees.</summary>
internal sealed record FormWaiting : FormOutcome;
