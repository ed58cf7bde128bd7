using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Media;

/// <summary>A folder of the library: its folders and files, and the ways to add more.</summary>
[AdminPage(Permission = Permissions.ManageMediaContent, Menu = "Media", Group = MenuGroup.Content, Order = 40)]
[TakesUploads]
internal sealed class IndexModel(MediaLibrary library, Uploads uploads, MediaEditor editor, IStringLocalizer<AdminTexts> words) : PageModel
{
    private const int FilesOfPage = 60;
    private const int LongestName = 80;

    [BindProperty(SupportsGet = true)]
    public string? Folder { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>The name typed for a new folder.</summary>
    public string? NewName { get; private set; }

    public string Here => Folder?.Trim('/') ?? "";

    public IReadOnlyList<string> Folders { get; private set; } = [];

    public MediaPage Files { get; private set; } = new([], null);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files)
    {
        if (!library.HasFolder(Here)) return NotFound();
        if (files.Count == 0) ModelState.AddModelError("files", words["Choose at least one file."]);
        var results = await uploads.TakeAsync(HttpContext.GetCaller(), Here, files, HttpContext.RequestAborted);
        var stored = results.Where(result => result.File is not null).Select(result => result.File!).ToList();
        var refused = results.Where(result => result.Reason is not null).Select(result => words["'{0}' was not stored. {1}", Short(result.Name), result.Reason!].Value).ToList();
        if (stored.Count == 0)
        {
            foreach (var reason in refused) ModelState.AddModelError("files", reason);
            return await ShowAgainAsync();
        }

        foreach (var reason in refused) TempData.Warn(reason);
        var pictures = stored.Where(file => file.IsPicture).Select(file => file.Path).ToList();
        TempData.Say(stored.Count == 1 ? words["'{0}' is stored.", stored[0].Name] : words["{0} files are stored.", stored.Count]);
        return Redirect(pictures.Count > 0 ? MediaUrls.Describe(pictures) : MediaUrls.Folder(Here));
    }

    public async Task<IActionResult> OnPostFolderAsync(string? name)
    {
        NewName = name;
        try
        {
            var made = await editor.CreateFolderAsync(HttpContext.GetCaller(), Here, name ?? "", HttpContext.RequestAborted);
            TempData.Say(words["The folder '{0}' is made.", made]);
            return Redirect(MediaUrls.Folder(made));
        }
        catch (MediaException trouble)
        {
            ModelState.AddModelError("name", trouble.Message);
            return await ShowAgainAsync();
        }
    }

    private async Task<IActionResult> ShowAgainAsync()
    {
        if (!await LoadAsync()) return NotFound();
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        if (!library.HasFolder(Here)) return false;
        var prefix = Here.Length == 0 ? "" : Here + "/";
        if (string.IsNullOrWhiteSpace(Search) && After is null)
        {
            Folders = [.. library.ListFolders().Where(folder => folder.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && folder.Length > prefix.Length && !folder[prefix.Length..].Contains('/', StringComparison.Ordinal))];
        }

        Files = await library.ListAsync(Here, Search, After, FilesOfPage, HttpContext.RequestAborted);
        return true;
    }

    private static string Short(string name) => name.Length <= LongestName ? name : name[..LongestName] + "…";
}
