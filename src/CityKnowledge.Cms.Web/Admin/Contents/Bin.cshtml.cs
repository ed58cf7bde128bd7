using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Lists;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Contents;

/// <summary>Deleted items: taken out again, or deleted for good.</summary>
[AdminPage(TypePermission = Permissions.DeleteOwnContent, Menu = "Bin", Order = 90)]
internal sealed class BinModel(BinPages bin, ContentEditor editor, ItemRights rights, IStringLocalizer<AdminTexts> words) : PageModel
{
    public const string Address = "/Admin/Contents/Bin";
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public BinPage Found { get; private set; } = new([], null);

    public string NameOf(string type) => HttpContext.RequestServices.GetRequiredService<TypeCatalogue>().Current.FindType(type)?.DisplayName ?? type;

    public bool MayPurge(ContentItem item) => rights.AllowsType(HttpContext.GetCaller(), Permissions.DeleteContent, item.ContentType);

    public async Task OnGetAsync(CancellationToken cancel) => Found = await bin.ListAsync(HttpContext.GetCaller(), PageSize, After, cancel);

    public async Task<IActionResult> OnPostAsync([FromForm] string? restore)
    {
        if (restore is null || await editor.RestoreFromBinAsync(HttpContext.GetCaller(), restore) is not { } item) return NotFound();
        TempData.Say(words["“{0}” is back, as a draft.", item.DisplayText ?? item.ContentItemId]);
        return LocalRedirect(Address);
    }
}
