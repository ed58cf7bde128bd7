using System.Globalization;
using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Media;

/// <summary>Asks right after an upload what the new pictures show.</summary>
[AdminPage(Permission = Permissions.ManageMediaContent)]
internal sealed class DescribeModel(MediaLibrary library, MediaEditor editor, MediaRights rights, IStringLocalizer<AdminTexts> words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "path")]
    public List<string> Paths { get; set; } = [];

    [BindProperty(Name = "text")]
    public List<string?> Typed { get; set; } = [];

    public IReadOnlyList<(MediaFile File, string Text)> Pictures { get; private set; } = [];

    public string Folder => Pictures.Count > 0 ? Pictures[0].File.Folder : "";

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (Pictures.Count == 0) return NotFound();
        return Pictures.All(picture => rights.MayChange(HttpContext.GetCaller(), picture.File)) ? Page() : Forbid();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Pictures.Count == 0) return NotFound();
        for (var i = 0; i < Pictures.Count; i++) await SaveAsync(i);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        TempData.Say(words["The descriptions are saved."]);
        return Redirect(MediaUrls.Folder(Folder));
    }

    private async Task SaveAsync(int place)
    {
        var (file, text) = Pictures[place];
        try
        {
            await editor.DescribeAsync(HttpContext.GetCaller(), file.Path, text, file.Note is { FocusX: { } x, FocusY: { } y } ? (x, y) : null, HttpContext.RequestAborted);
        }
        catch (MediaException trouble)
        {
            ModelState.AddModelError(string.Create(CultureInfo.InvariantCulture, $"text[{place}]"), trouble.Message);
        }
    }

    private async Task LoadAsync()
    {
        var found = new List<(MediaFile, string)>();
        for (var i = 0; i < Paths.Count; i++)
        {
            if (await library.FindAsync(Paths[i], HttpContext.RequestAborted) is not { IsPicture: true } file) continue;
            found.Add((file, i < Typed.Count ? Typed[i] ?? "" : file.Note.Text ?? ""));
        }

        Pictures = found;
    }
}
