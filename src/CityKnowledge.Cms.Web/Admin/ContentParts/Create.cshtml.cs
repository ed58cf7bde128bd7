using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.ContentTypes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentParts;

/// <summary>Makes a part that types can share.</summary>
[AdminPage(Permission = Permissions.EditContentTypes)]
internal sealed class CreateModel(PartEditor editor) : PageModel
{
    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            var name = await editor.CreateAsync(HttpContext.GetCaller(), Name, DisplayName, Description, cancel);
            this.Say("The part '{0}' was made. Now add its fields.", DisplayName!.Trim());
            return LocalRedirect($"/Admin/ContentParts/Edit/{name}");
        }
        catch (InvalidContentException trouble)
        {
            return this.ShowProblems(trouble);
        }
    }
}
