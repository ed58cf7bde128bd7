using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Takes what a form sent and answers it: with a page, or with JSON where a script saves.</summary>
internal sealed class FormDesk(FormSaving saving, FormPosts posts, FormAnswers answers, IAntiforgery forgery)
{
    public async Task<IActionResult> TakeAsync(PageModel page, FormTarget target)
    {
        var http = page.HttpContext;
        if (http.Request.ContentLength > FormLimits.Body) return answers.TooLarge(page);
        if (!http.Request.HasFormContentType) return new UnsupportedMediaTypeResult();
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync();
        }
        catch (Exception trouble) when (trouble is IOException or InvalidDataException)
        {
            return FormLimits.AreExceeded(trouble) ? answers.TooLarge(page) : answers.Unreadable(page);
        }

        var post = await posts.ReadAsync(form, target.Plan);
        var ticket = posts.FindTicket(http.GetCaller(), post) is { } known && (target.Item is null || target.Item.ContentItemId == known.ItemId)
            ? known
            : FormTickets.New(target.Item?.ContentItemId);
        // Showing again changes nothing, so it needs no proof; it is what a form gets whose proof has become worthless. But
        // then anybody may have written what is shown, so nothing is saved of it until the person has taken it up.
        var isProven = await forgery.IsRequestValidAsync(http);
        if (post.Button == FormButton.Show) return answers.Show(page, target, post, ticket, isStale: false, isHeld: !isProven);
        if (!isProven) return answers.Show(page, target, post, ticket, isStale: true, isHeld: true);
        return await SaveAsync(page, target, post, ticket);
    }

    private async Task<IActionResult> SaveAsync(PageModel page, FormTarget target, FormPost post, FormTicket ticket)
    {
        if (post.Button == FormButton.Compare)
        {
            return FormSaving.FindMerge(target.Plan, post, target.Item) is { Differences.Count: > 0 } merge
                ? answers.Give(page, target, post, ticket, new FormClash(merge, target.Item!))
                : answers.Show(page, target, post, ticket, isStale: false);
        }

        return answers.Give(page, target, post, ticket, await saving.SaveAsync(target.Caller, target.Plan, post, ticket, target.Item));
    }
}
