using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.ContentTypes;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Media;

/// <summary>One file: what it shows, where it is used, its name and place.</summary>
[AdminPage(Permission = Permissions.ManageMediaContent)]
internal sealed class FileModel(MediaLibrary library, MediaEditor editor, MediaRights rights, IStringLocalizer<AdminTexts> words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "path")]
    public string? Address { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>From the left edge, in percent.</summary>
    [BindProperty]
    public double? FocusX { get; set; }

    /// <summary>From the upper edge, in percent.</summary>
    [BindProperty]
    public double? FocusY { get; set; }

    [BindProperty]
    public string? Stamp { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Folder { get; set; }

    public MediaFile Media { get; private set; } = null!;

    public MediaUsers Users { get; private set; } = MediaUsers.None;

    /// <summary>Whether the person may change it, and not only look at it.</summary>
    public bool MayChange => rights.MayChange(HttpContext.GetCaller(), Media);

    public IReadOnlyList<string> Folders { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync()) return NotFound();
        (Text, Stamp, Name, Folder) = (Media.Note.Text, Media.Note.Stamp, Media.Name, Media.Folder);
        (FocusX, FocusY) = (Percent(Media.Note.FocusX), Percent(Media.Note.FocusY));
        return Page();
    }

    public async Task<IActionResult> OnPostDescribeAsync()
    {
        if (!await LoadAsync()) return NotFound();
        (Name, Folder) = (Media.Name, Media.Folder);
        if ((FocusX is null) != (FocusY is null)) ModelState.AddModelError(FocusX is null ? nameof(FocusX) : nameof(FocusY), words["The point needs both numbers, or none."]);
        (double, double)? focus = FocusX is { } x && FocusY is { } y ? (x / 100, y / 100) : null;
        try
        {
            return await DoAsync(
                nameof(Text),
                async () =>
                {
                    await editor.DescribeAsync(HttpContext.GetCaller(), Media.Path, Stamp ?? "", Text, focus, HttpContext.RequestAborted);
                    TempData.Say(words["Saved."]);
                    return Media.Path;
                });
        }
        catch (StaleVersionException)
        {
            if (!await LoadAsync()) return NotFound();
            Stamp = Media.Note.Stamp;
            ModelState.Remove(nameof(Stamp));
            return this.ShowOvertaken();
        }
    }

    public async Task<IActionResult> OnPostMoveAsync()
    {
        if (!await LoadAsync()) return NotFound();
        (Text, Stamp, FocusX, FocusY) = (Media.Note.Text, Media.Note.Stamp, Percent(Media.Note.FocusX), Percent(Media.Note.FocusY));
        if (string.IsNullOrWhiteSpace(Name)) ModelState.AddModelError(nameof(Name), words["A file needs a name."]);
        return await DoAsync(
            nameof(Name),
            async () =>
            {
                var path = await editor.MoveAsync(HttpContext.GetCaller(), Media.Path, Folder ?? "", Name!, HttpContext.RequestAborted);
                TempData.Say(words["The file is now '{0}'. Its old address leads here.", path]);
                return path;
            });
    }

    private async Task<IActionResult> DoAsync(string field, Func<Task<string>> change)
    {
        try
        {
            if (ModelState.IsValid) return Redirect(MediaUrls.Screen("File", await change()));
        }
        catch (MediaException trouble)
        {
            ModelState.AddModelError(field, trouble.Message);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        if (await library.FindAsync(Address ?? "", HttpContext.RequestAborted) is not { } file) return false;
        Media = file;
        Users = await rights.ListUsersAsync(HttpContext.GetCaller(), file.AllPaths, HttpContext.RequestAborted);
        Folders = library.ListFolders();
        return true;
    }

    private static double? Percent(double? part) => part is { } value ? Math.Round(value * 100, 1) : null;
}
