using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Contents;

/// <summary>An item to which something could not be done.</summary>
internal sealed record BulkFailure(string Id, string Title, IReadOnlyList<string> Reasons);

/// <summary>Does one thing to every checked item, each in its own transaction: one that fails holds up no other.</summary>
[AdminPage(TypePermission = Permissions.ListContent)]
internal sealed class BulkModel(ContentReader reader, ContentEditor editor, ItemRights rights, IStringLocalizer<AdminTexts> words) : PageModel
{
    private const int MostItems = 200;
    private static readonly Dictionary<string, ItemDeed> Actions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PublishNow"] = ItemDeed.Publish,
        ["Unpublish"] = ItemDeed.Unpublish,
        ["Remove"] = ItemDeed.Delete,
    };

    private readonly List<BulkFailure> failures = [];

    [BindProperty(Name = "bulkAction")]
    public string? BulkAction { get; set; }

    [BindProperty(Name = "itemIds")]
    public List<string> ItemIds { get; set; } = [];

    [BindProperty(Name = "confirmed")]
    public bool Confirmed { get; set; }

    [BindProperty(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public ItemDeed Deed { get; private set; }
    public int Done { get; private set; }
    public IReadOnlyList<BulkFailure> Failures => failures;
    public Confirmation? Question { get; private set; }
    public string Back => LocalAddress.Or(ReturnUrl, ItemAddresses.Items);

    public IActionResult OnGet() => LocalRedirect(ItemAddresses.Items);

    public async Task<IActionResult> OnPostAsync()
    {
        var ids = ItemIds.Where(id => !string.IsNullOrEmpty(id)).Distinct(StringComparer.Ordinal).Take(MostItems).ToList();
        if (!Actions.TryGetValue(BulkAction ?? "", out var deed) || ids.Count == 0) return Refuse(ids.Count);
        Deed = deed;
        if (deed == ItemDeed.Delete && !Confirmed) return await AskAsync(ids);
        foreach (var id in ids) await ActAsync(id);
        if (failures.Count > 0) return Page();
        TempData.Say(words.DoneAll(deed, Done));
        return LocalRedirect(Back);
    }

    private LocalRedirectResult Refuse(int count)
    {
        TempData.Warn(count == 0 ? words["Check the items first, then choose what to do with them."] : words["Choose what to do with the checked items."]);
        return LocalRedirect(Back);
    }

    private async Task<IActionResult> AskAsync(List<string> ids)
    {
        var titles = new List<string>();
        foreach (var id in ids)
        {
            // What the caller may not delete is reported after the deed; its title is not shown before.
            if (await reader.FindLatestAsync(id) is { } item && rights.AllowsItem(HttpContext.GetCaller(), Permissions.DeleteContent, item)) titles.Add(TitleOf(item, id));
        }

        Question = words.QuestionAll(titles.Count, Back) with
        {
            Things = titles,
            Fields = new Dictionary<string, IReadOnlyList<string>>
            {
                ["bulkAction"] = ["Remove"],
                ["itemIds"] = ids,
                ["confirmed"] = ["true"],
                ["returnUrl"] = [Back],
            },
        };
        return Page();
    }

    private async Task ActAsync(string id)
    {
        var item = await reader.FindLatestAsync(id);
        try
        {
            if (item is not null && await TryAsync(item)) Done++;
            else Fail(id, words["It does not exist any more."]);
        }
        catch (ForbiddenException)
        {
            // The title may be something the caller must not see either.
            var isKnown = item is not null && rights.AllowsItem(HttpContext.GetCaller(), Permissions.EditContent, item);
            Fail(isKnown ? TitleOf(item, id) : id, words["Your account does not have the right for this."]);
        }
        catch (StaleVersionException)
        {
            Fail(TitleOf(item, id), words["Someone else changed it at the same moment."]);
        }
        catch (InvalidContentException trouble)
        {
            Fail(TitleOf(item, id), [.. trouble.Problems.Select(problem => problem.Message)]);
        }

        void Fail(string title, params string[] reasons) => failures.Add(new BulkFailure(id, title, reasons));
    }

    private async Task<bool> TryAsync(ContentItem item)
    {
        var caller = HttpContext.GetCaller();
        // Asked before anything is answered: even that there is nothing to do is not for everyone.
        if (!rights.AllowsItem(caller, Deed.Permission(), item)) throw new ForbiddenException(Deed.Permission());
        return Deed switch
        {
            ItemDeed.Publish => item.Published || await editor.PublishAsync(caller, item.ContentItemId) is not null,
            ItemDeed.Unpublish => await editor.UnpublishAsync(caller, item.ContentItemId) is not null,
            _ => await editor.DeleteAsync(caller, item.ContentItemId),
        };
    }

    private static string TitleOf(ContentItem? item, string id) => item?.DisplayText is { Length: > 0 } title ? title : id;
}
