using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>A page that says why there is no form.</summary>
internal sealed record FormNotice(string Title, string Text, string Link, string LinkText);

/// <summary>Answers people with pages.</summary>
internal sealed class FormAnswers(FormScreens screens, FormReplies replies, IStringLocalizer<AdminTexts> words)
{
    public IActionResult Open(PageModel page, FormTarget target) => View(page, "Form", screens.Stored(target), StatusCodes.Status200OK);

    /// <summary>Shows again what was sent; nothing was saved.</summary>
    /// <param name="isStale">Whether something was to be saved, and the proof that the form came from this site was worthless.</param>
    /// <param name="isHeld">Whether another site may have sent it.</param>
    public IActionResult Show(PageModel page, FormTarget target, FormPost post, FormTicket ticket, bool isStale, bool isHeld = false)
    {
        if (isStale && replies.AreWanted(page.Request)) return FormReplies.Of("token", StatusCodes.Status400BadRequest);
        var note = isStale
            ? words["You signed in or out since this form was loaded, so nothing was saved yet. Everything you wrote is here: look it over and save again."]
            : isHeld ? words["This is what your browser sent. It is not saved yet: look it over, and save it if it is yours."]
            : words["This is what you wrote. It is not saved yet: look it over and save."];
        var screen = screens.Sent(target, post, ticket, post.PackedBase) with { Note = note, IsHeld = isHeld };
        return View(page, "Form", screen, isStale ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    public IActionResult TooLarge(PageModel page)
    {
        if (replies.AreWanted(page.Request)) return FormReplies.Of("large", StatusCodes.Status413PayloadTooLarge);
        var notice = new FormNotice(
            words["That is too much for one item"],
            words["A form may hold {0} MB. Nothing was saved. Go back, where your text still is, and put a part of it into a file or another item.", FormLimits.Body / 1024 / 1024],
            page.Request.Path,
            words["Load the form again, without the text"]);
        return View(page, "Notice", notice, StatusCodes.Status413PayloadTooLarge);
    }

    public IActionResult Unreadable(PageModel page)
    {
        if (replies.AreWanted(page.Request)) return FormReplies.Of("refused", StatusCodes.Status400BadRequest);
        var notice = new FormNotice(
            words["This form cannot be read"],
            words["It broke off on its way, or holds signs that no text has. Nothing was saved. Go back, where your text still is, and send it again."],
            page.Request.Path,
            words["Load the form again, without the text"]);
        return View(page, "Notice", notice, StatusCodes.Status400BadRequest);
    }

    public IActionResult InBin(PageModel page, ContentItem binned)
    {
        var notice = new FormNotice(
            words["'{0}' is in the bin", binned.DisplayText ?? binned.ContentItemId],
            words["What lies there cannot be changed. Take it out of the bin first; then it is a draft again."],
            "/Admin/Contents/Bin",
            words["To the bin"]);
        return View(page, "Notice", notice, StatusCodes.Status404NotFound);
    }

    public IActionResult Give(PageModel page, FormTarget target, FormPost post, FormTicket ticket, FormOutcome outcome)
    {
        if (replies.AreWanted(page.Request)) return replies.Reply(target, ticket, outcome);
        return outcome switch
        {
            FormSaved saved => GoOn(page, post, ticket, saved),
            FormRefused refused => Refuse(page, target, post, ticket, refused),
            FormClash clash => View(page, "Conflict", new FormConflict(screens.Sent(target, post, ticket, post.PackedBase), clash, post), StatusCodes.Status409Conflict),
            _ => Show(page, target, post, ticket, isStale: false),
        };
    }

    private IActionResult GoOn(PageModel page, FormPost post, FormTicket ticket, FormSaved saved)
    {
        SavedForms.Note(page.TempData, ticket);
        page.TempData.Say(saved.IsPublished ? words["Published."] : words["Saved as a draft."]);
        if (saved.Unseen.Count > 0) page.TempData.Warn(words["It points to drafts, which visitors do not see until they are published: {0}.", string.Join(", ", saved.Unseen)]);
        if (saved.Taken.Count > 0) page.TempData.Say(words["While you were writing, someone else changed: {0}. That is kept beside what you wrote.", string.Join(", ", saved.Taken.Select(label => words[label].Value))]);
        return new LocalRedirectResult(post.Continues
            ? FormTarget.EditAddress(saved.Item.ContentItemId)
            : LocalAddress.Or(page.Request.Query["ReturnUrl"], "/Admin/Contents/ContentItems/" + Uri.EscapeDataString(saved.Item.ContentType)));
    }

    private ViewResult Refuse(PageModel page, FormTarget target, FormPost post, FormTicket ticket, FormRefused refused)
    {
        var shown = refused.Item is null ? target : target with { Item = refused.Item, Action = FormTarget.EditAddress(refused.Item.ContentItemId) };
        var screen = screens.Over(shown, post, ticket, refused.Typed) with
        {
            Problems = refused.Problems,
            IsUnsaved = !refused.IsKept && !refused.IsUntouched,
            Note = refused.IsKept ? words["It is not published yet, but what you wrote is saved as a draft."].Value : null,
        };
        return View(page, "Form", screen, StatusCodes.Status400BadRequest);
    }

    private static ViewResult View<TModel>(PageModel page, string name, TModel model, int status) => new()
    {
        ViewName = $"/Admin/Form/{name}.cshtml",
        ViewData = new ViewDataDictionary<TModel>(page.ViewData, model),
        StatusCode = status,
    };
}
