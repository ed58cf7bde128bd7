using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Shortcuts;

/// <summary>Which keys do what.</summary>
[AdminPage]
internal sealed class ShortcutsModel : PageModel
{
    public void OnGet()
    {
        // Nothing to read: the page is the same for everyone.
    }
}
