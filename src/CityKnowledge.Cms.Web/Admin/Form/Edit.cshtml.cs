using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>The form of a known item. Nothing is bound: what a post may say follows from the definition of the type.</summary>
[AdminPage]
[KeepsForm]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(FormLimits.Drained)]
[RequestFormLimits(ValueCountLimit = FormLimits.Entries, ValueLengthLimit = FormLimits.Body)]
internal sealed class EditModel(FormTargets targets, FormDesk desk, FormAnswers answers) : PageModel
{
    private string ItemId => RouteData.Values["id"] as string ?? "";

    public async Task<IActionResult> OnGetAsync() =>
        await targets.FindAsync(HttpContext.GetCaller(), ItemId) is { } target ? answers.Open(this, target) : await ExplainAsync();

    public async Task<IActionResult> OnPostAsync() =>
        await targets.FindAsync(HttpContext.GetCaller(), ItemId) is { } target ? await desk.TakeAsync(this, target) : await ExplainAsync();

    private async Task<IActionResult> ExplainAsync() =>
        await targets.FindBinnedAsync(HttpContext.GetCaller(), ItemId) is { } binned ? answers.InBin(this, binned) : NotFound();
}
