using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Media;

/// <summary>Gives a folder another name or place.</summary>
[AdminPage(Permission = Permissions.ManageMediaFolder)]
internal sealed class FolderModel(MediaLibrary library, MediaEditor editor, IStringLocalizer<AdminTexts> words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "path")]
    public string? Address { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Parent { get; set; }

    /// <summary>Where it may go: everywhere but into itself.</summary>
    public IReadOnlyList<string> Places { get; private set; } = [];

    public string Here => Address?.Trim('/') ?? "";

    public IActionResult OnGet()
    {
        if (!Load()) return NotFound();
        Name = Here[(Here.LastIndexOf('/') + 1)..];
        Parent = Here.LastIndexOf('/') is >= 0 and var slash ? Here[..slash] : "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Load()) return NotFound();
        try
        {
            var path = await editor.MoveFolderAsync(HttpContext.GetCaller(), Here, Parent ?? "", Name ?? "", HttpContext.RequestAborted);
            TempData.Say(words["The folder is now '{0}'. Old addresses of its files lead there.", path]);
            return Redirect(MediaUrls.Folder(path));
        }
        catch (MediaException trouble)
        {
            ModelState.AddModelError(nameof(Name), trouble.Message);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
    }

    private bool Load()
    {
        if (Here.Length == 0 || !library.HasFolder(Here)) return false;
        Places = [.. library.ListFolders().Where(folder => !$"{folder}/".StartsWith($"{Here}/", StringComparison.OrdinalIgnoreCase))];
        return true;
    }
}
