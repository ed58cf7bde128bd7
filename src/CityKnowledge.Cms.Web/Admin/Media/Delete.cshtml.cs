using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Media;

/// <summary>Asks before a file is deleted, and says who would miss it.</summary>
[AdminPage(Permission = Permissions.ManageMediaContent)]
internal sealed class DeleteModel(MediaLibrary library, MediaEditor editor, MediaRights rights, IStringLocalizer<AdminTexts> words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "path")]
    public string? Address { get; set; }

    public Confirmation Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await library.FindAsync(Address ?? "", HttpContext.RequestAborted) is not { } file) return NotFound();
        if (!rights.MayChange(HttpContext.GetCaller(), file)) return Forbid();
        var users = await rights.ListUsersAsync(HttpContext.GetCaller(), file.AllPaths, HttpContext.RequestAborted);
        var consequence = users.Count == 0
            ? words["No item uses the file. It cannot be brought back."]
            : users.Hidden > 0 ? words["{0} items use the file and will lack it; {1} of them you may not see. It cannot be brought back.", users.Count, users.Hidden]
            : words["{0} items use the file and will lack it. It cannot be brought back.", users.Count];
        Question = new Confirmation(words["Delete '{0}'?", file.Name], consequence, words["Delete"], MediaUrls.Screen("File", file.Path))
        {
            Action = MediaUrls.Screen("Delete", file.Path),
            Things = [.. users.Seen.Select(user => user.DisplayText ?? user.ContentItemId)],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await library.FindAsync(Address ?? "", HttpContext.RequestAborted) is not { } file) return NotFound();
        try
        {
            await editor.DeleteAsync(HttpContext.GetCaller(), file.Path, evenIfUsed: true, HttpContext.RequestAborted);
            TempData.Say(words["'{0}' is deleted.", file.Name]);
        }
        catch (MediaException trouble)
        {
            TempData.Warn(trouble.Message);
        }

        return Redirect(MediaUrls.Folder(file.Folder));
    }
}
