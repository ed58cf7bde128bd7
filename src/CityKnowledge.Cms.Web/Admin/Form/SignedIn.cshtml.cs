using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Sends a person who signed in in another tab back to the form that waits.</summary>
[AdminPage]
internal sealed class SignedInModel : PageModel;
