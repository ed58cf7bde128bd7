using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Contents;

/// <summary>Does one thing to one item: opening the address asks, sending the form acts.</summary>
[AdminPage]
internal sealed class ActModel(ContentReader reader, ContentEditor editor, ItemRights rights, IStringLocalizer<AdminTexts> words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "contentItemId")]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "deed")]
    public ItemDeed Deed { get; set; }

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public string ItemTitle { get; private set; } = "";
    public Confirmation Question { get; private set; } = new("", "", "", "");
    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];
    public string Back => LocalAddress.Or(ReturnUrl, ItemAddresses.Items);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is not { } item) return NotFound();
        return rights.AllowsItem(HttpContext.GetCaller(), Deed.Permission(), item) ? Page() : Forbid();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is null) return NotFound();
        try
        {
            if (await ActAsync() is not { } changedId) return NotFound();
            TempData.Say(words.Done(Deed, ItemTitle));
            // A copy, and what is left when a draft is gone, are what one goes on with.
            return LocalRedirect(Deed == ItemDeed.Clone || (Deed == ItemDeed.DiscardDraft && ReturnUrl is null) ? ItemAddresses.Edit(changedId) : Back);
        }
        catch (InvalidContentException trouble)
        {
            Problems = trouble.Problems;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
    }

    private async Task<ContentItem?> FindAsync()
    {
        if (await reader.FindLatestAsync(Id) is not { } item) return null;
        ItemTitle = item.DisplayText is { Length: > 0 } title ? title : Id;
        Question = words.Question(Deed, ItemTitle, Back);
        return item;
    }

    // The id of what was changed or made; null when there was nothing to change.
    private async Task<string?> ActAsync()
    {
        var caller = HttpContext.GetCaller();
        return Deed switch
        {
            ItemDeed.Publish => (await editor.PublishAsync(caller, Id))?.ContentItemId,
            ItemDeed.Unpublish => (await editor.UnpublishAsync(caller, Id))?.ContentItemId,
            ItemDeed.Clone => (await editor.CloneAsync(caller, Id))?.ContentItemId,
            ItemDeed.DiscardDraft => await editor.DiscardDraftAsync(caller, Id) ? Id : null,
            _ => await editor.DeleteAsync(caller, Id) ? Id : null,
        };
    }
}
