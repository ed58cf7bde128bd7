using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes;

/// <summary>Makes a content type.</summary>
[AdminPage(Permission = Permissions.EditContentTypes)]
internal sealed class CreateModel(TypeEditor editor) : PageModel
{
    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public bool HasTitle { get; set; } = true;

    [BindProperty]
    public bool HasPage { get; set; } = true;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            var name = await editor.CreateAsync(HttpContext.GetCaller(), new NewType(Name, DisplayName, Description, HasTitle, HasPage), cancel);
            this.Say("The content type '{0}' was made. Now add its fields.", DisplayName!.Trim());
            return LocalRedirect($"/Admin/ContentTypes/Edit/{name}");
        }
        catch (InvalidContentException trouble)
        {
            return this.ShowProblems(trouble);
        }
    }
}
