using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin;

/// <summary>Every address below /Admin that is no screen: people stay in the administration and are led back.</summary>
[AdminPage]
internal sealed class MissingModel : PageModel
{
    public IActionResult OnGet() => NotFound();
}
