using CityKnowledge.Cms.Content.Lists;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Contents;

/// <summary>The list of all items that a person may see, with Orchard's filter in the box.</summary>
[AdminPage(TypePermission = Permissions.ListContent, Menu = "All content", Order = 10)]
internal sealed class ItemsModel(ContentLists lists, ListRights rights, TermFinder terms, ListRows rows) : PageModel
{
    private const int PageSize = 50;

    /// <summary>The type in Orchard's form of the address.</summary>
    [BindProperty(SupportsGet = true, Name = "contentTypeId")]
    public string? ContentTypeId { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public ListRequest Filter { get; private set; } = new();
    public TypeDefinition? OnlyType { get; private set; }
    public IReadOnlyList<TypeDefinition> Types { get; private set; } = [];
    public IReadOnlyList<TypeDefinition> Creatable { get; private set; } = [];
    public IReadOnlyList<Language> Languages { get; private set; } = [];
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public IReadOnlyList<string> Ignored { get; private set; } = [];
    public string? Next { get; private set; }

    /// <summary>What can be done with several rows at once: what at least one of them allows.</summary>
    public IReadOnlySet<ItemDeed> Deeds => Rows.SelectMany(row => row.BulkDeeds).ToHashSet();

    /// <summary>What stands in the box.</summary>
    public string Typed => Filter.ToString();
    public bool IsFiltered => Typed.Length > 0 && !(OnlyType is not null && Typed == new ListRequest { Type = OnlyType.Name }.ToString());
    public string Here => ItemAddresses.List(Typed, After);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var caller = HttpContext.GetCaller();
        Filter = ListRequest.Parse(Text);
        if (ContentTypeId is { Length: > 0 }) Filter = Filter with { Type = Filter.Type ?? ContentTypeId };
        if (Request.Query.ContainsKey("filter")) return LocalRedirect(ItemAddresses.List(Chosen().ToString()));
        // Sent with Enter from the box: the box wins, and the address stays short.
        if (Request.Query.ContainsKey("sort")) return LocalRedirect(ItemAddresses.List(Typed));
        OnlyType = Filter.Type is { } name ? rights.FindType(caller, name) : null;
        (Types, Creatable, Languages) = (rights.ListTypes(caller), rights.CreatableTypes(caller), await terms.ListLanguagesAsync());
        var page = await lists.ListAsync(caller, Filter, PageSize, After, cancel);
        (Rows, Next, Ignored) = (await rows.MakeAsync(caller, page.Items, cancel), page.Next, page.Ignored);
        return Page();
    }

    // The fields of the form say what the list is to be; what only the box can say stays as it was typed.
    private ListRequest Chosen() => Filter with
    {
        Type = Field("type"),
        Status = Enum.TryParse<ListStatus>(Field("status"), out var status) ? status : ListStatus.Latest,
        Order = Enum.TryParse<PageOrder>(Field("sort"), out var order) ? order : PageOrder.Modified,
        Culture = Field("culture"),
        Owner = Field("owner"),
        Terms = Field("term") is { } term ? [term, .. Filter.Terms.Skip(1)] : [],
    };

    private string? Field(string name) => Request.Query[name].ToString().Trim() is { Length: > 0 and <= 200 } value ? value : null;
}
