using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes;

/// <summary>The content types of the site.</summary>
[AdminPage(Permission = Permissions.ViewContentTypes, Menu = "Content types", Group = MenuGroup.Structure, Order = 10)]
internal sealed class ListModel(TypeCatalogue types, Access access) : PageModel
{
    public IReadOnlyList<TypeDefinition> Types { get; private set; } = [];
    public bool MayEdit { get; private set; }

    public void OnGet()
    {
        MayEdit = access.Allows(HttpContext.GetCaller(), Permissions.EditContentTypes);
        Types = [.. types.Current.Types.OrderBy(type => type.DisplayName, StringComparer.CurrentCulture)];
    }
}
