using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Media;

/// <summary>Asks before a folder is deleted with all that lies in it.</summary>
[AdminPage(Permission = Permissions.ManageMediaFolder)]
internal sealed class FolderDeleteModel(MediaLibrary library, MediaEditor editor, IStringLocalizer<AdminTexts> words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "path")]
    public string? Address { get; set; }

    public Confirmation Question { get; private set; } = null!;

    public string Here => Address?.Trim('/') ?? "";

    public IActionResult OnGet()
    {
        if (Here.Length == 0 || !library.HasFolder(Here)) return NotFound();
        Question = new Confirmation(
            words["Delete the folder '{0}'?", Here],
            words["All files and folders in it are deleted with it, unless an item uses one of them. They cannot be brought back."],
            words["Delete"],
            MediaUrls.Folder(Here))
        {
            Action = MediaUrls.Screen("Folder/Delete", Here),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Here.Length == 0 || !library.HasFolder(Here)) return NotFound();
        try
        {
            await editor.DeleteFolderAsync(HttpContext.GetCaller(), Here, HttpContext.RequestAborted);
            TempData.Say(words["The folder '{0}' is deleted.", Here]);
            return Redirect(MediaUrls.Folder(Here.LastIndexOf('/') is >= 0 and var slash ? Here[..slash] : ""));
        }
        catch (MediaException trouble)
        {
            TempData.Warn(trouble.Message);
            return Redirect(MediaUrls.Folder(Here));
        }
    }
}
