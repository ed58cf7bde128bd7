using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Contents;

/// <summary>Asks before an item in the bin is deleted for good.</summary>
[AdminPage]
internal sealed class PurgeModel(ContentReader reader, ContentEditor editor, ItemRights rights, IStringLocalizer<AdminTexts> words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "contentItemId")]
    public string Id { get; set; } = "";

    public Confirmation Question { get; private set; } = new("", "", "", "");

    public async Task<IActionResult> OnGetAsync()
    {
        if (await reader.FindBinnedAsync(Id) is not { } item) return NotFound();
        if (!rights.AllowsType(HttpContext.GetCaller(), Permissions.DeleteContent, item.ContentType)) return Forbid();
        Question = new Confirmation(
            words["Delete “{0}” for good?", TitleOf(item)],
            words["All its versions are gone, and its address becomes free. This cannot be undone. What people did with it stays in the audit log."],
            words["Delete for good"],
            BinModel.Address);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await reader.FindBinnedAsync(Id) is not { } item || !await editor.PurgeAsync(HttpContext.GetCaller(), Id)) return NotFound();
        TempData.Say(words["“{0}” is deleted for good.", TitleOf(item)]);
        return LocalRedirect(BinModel.Address);
    }

    private static string TitleOf(ContentItem item) => item.DisplayText is { Length: > 0 } title ? title : item.ContentItemId;
}
