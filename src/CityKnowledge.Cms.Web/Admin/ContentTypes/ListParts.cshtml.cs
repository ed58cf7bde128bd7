using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes;

/// <summary>A part and the types that have it.</summary>
internal sealed record PartUse(PartDefinition Part, IReadOnlyList<TypeDefinition> Types);

/// <summary>The parts that are made of fields and belong to no single type.</summary>
[AdminPage(Permission = Permissions.ViewContentTypes)]
internal sealed class ListPartsModel(TypeCatalogue types, Access access) : PageModel
{
    public IReadOnlyList<PartUse> Parts { get; private set; } = [];
    public bool MayEdit { get; private set; }

    public void OnGet()
    {
        MayEdit = access.Allows(HttpContext.GetCaller(), Permissions.EditContentTypes);
        var present = types.Current;
        Parts =
        [
            .. present.Parts.Where(part => present.FindType(part.Name) is null)
                .Select(part => new PartUse(part, [.. present.Types.Where(type => type.FindPartOf(part.Name) is not null)])),
        ];
    }
}
