using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>The form of a new item. Nothing is bound: what a post may say follows from the definition of the type.</summary>
[AdminPage]
[KeepsForm]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(FormLimits.Drained)]
[RequestFormLimits(ValueCountLimit = FormLimits.Entries, ValueLengthLimit = FormLimits.Body)]
internal sealed class CreateModel(FormTargets targets, FormDesk desk, FormAnswers answers) : PageModel
{
    public async Task<IActionResult> OnGetAsync() => await FindAsync() is { } target ? answers.Open(this, target) : NotFound();

    public async Task<IActionResult> OnPostAsync() => await FindAsync() is { } target ? await desk.TakeAsync(this, target) : NotFound();

    private Task<FormTarget?> FindAsync() => targets.FindNewAsync(HttpContext.GetCaller(), RouteData.Values["type"] as string ?? "", Request.Query[ContainedPlan.Entry]);
}
