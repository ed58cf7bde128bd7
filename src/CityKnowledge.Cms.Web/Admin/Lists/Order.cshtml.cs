using CityKnowledge.Cms.Content.Lists;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Lists;

/// <summary>Moves an item of a list one place up or down.</summary>
[AdminPage]
internal sealed class OrderModel(ContainerEditor editor) : PageModel
{
    public IActionResult OnGet(string id) => LocalRedirect(ContainedList.Address(id, 1));

    public async Task<IActionResult> OnPostAsync(string id, [FromForm] string? up, [FromForm] string? down, [FromForm] int page, CancellationToken cancel) =>
        await editor.MoveAsync(HttpContext.GetCaller(), id, up ?? down ?? "", up is null ? 1 : -1, cancel) ? LocalRedirect(ContainedList.Address(id, page)) : NotFound();
}
