using System.Globalization;
using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
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

    [BindProperty(Name = "stamp")]
    public List<string?> Stamps { get; set; } = [];

    public IReadOnlyList<(MediaFile File, string Text, string Stamp)> Pictures { get; private set; } = [];

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
        var overtaken = false;
        for (var i = 0; i < Pictures.Count; i++) overtaken |= !await SaveAsync(i);
        if (!ModelState.IsValid)
        {
            // The others are saved: the form goes on from what stands now.
            Stamps.Clear();
            await LoadAsync();
            Response.StatusCode = overtaken ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            return Page();
        }

        TempData.Say(words["The descriptions are saved."]);
        return Redirect(MediaUrls.Folder(Folder));
    }

    // False when someone else was faster.
    private async Task<bool> SaveAsync(int place)
    {
        var (file, text, stamp) = Pictures[place];
        var field = string.Create(CultureInfo.InvariantCulture, $"text[{place}]");
        try
        {
            await editor.DescribeAsync(HttpContext.GetCaller(), file.Path, stamp, text, file.Note is { FocusX: { } x, FocusY: { } y } ? (x, y) : null, HttpContext.RequestAborted);
        }
        catch (MediaException trouble)
        {
            ModelState.AddModelError(field, trouble.Message);
        }
        catch (StaleVersionException)
        {
            var present = await library.FindAsync(file.Path, HttpContext.RequestAborted);
            ModelState.AddModelError(field, words["Somebody else has described it meanwhile: “{0}”. Saving again puts your words in that place.", present?.Note.Text ?? ""]);
            return false;
        }

        return true;
    }

    private async Task LoadAsync()
    {
        var found = new List<(MediaFile, string, string)>();
        for (var i = 0; i < Paths.Count; i++)
        {
            if (await library.FindAsync(Paths[i], HttpContext.RequestAborted) is not { IsPicture: true } file) continue;
            found.Add((file, i < Typed.Count ? Typed[i] ?? "" : file.Note.Text ?? "", i < Stamps.Count ? Stamps[i] ?? "" : file.Note.Stamp));
        }

        Pictures = found;
    }
}
