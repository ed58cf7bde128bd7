using CityKnowledge.Cms.Content.Audit;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Contents;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.AuditTrail;

/// <summary>Makes a draft with the content of an earlier version.</summary>
[AdminPage]
internal sealed class RestoreModel(ItemStories stories, ContentEditor editor, ItemRights rights, IStringLocalizer<AdminTexts> words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "contentItemId")]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "versionId")]
    public string VersionId { get; set; } = "";

    public Confirmation Question { get; private set; } = new("", "", "", "");
    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await stories.FindVersionAsync(HttpContext.GetCaller(), Id, VersionId) is not { } version) return NotFound();
        if (!rights.AllowsItem(HttpContext.GetCaller(), Permissions.EditContent, version)) return Forbid();
        Question = new Confirmation(
            words["Restore “{0}” as it was then?", version.DisplayText ?? Id],
            words["The version becomes the draft. What is public stays as it is until you publish, and a draft that is there now stays in the history."],
            words["Restore as draft"],
            ItemAddresses.History(Id))
        {
            IsHarmless = true,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        try
        {
            if (await stories.FindVersionAsync(HttpContext.GetCaller(), Id, VersionId) is null || await editor.RestoreVersionAsync(HttpContext.GetCaller(), VersionId) is not { } item) return NotFound();
            TempData.Say(words["The earlier version is now the draft of “{0}”.", item.DisplayText ?? Id]);
            return LocalRedirect(ItemAddresses.History(Id));
        }
        catch (InvalidContentException trouble)
        {
            Problems = trouble.Problems;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
    }
}
