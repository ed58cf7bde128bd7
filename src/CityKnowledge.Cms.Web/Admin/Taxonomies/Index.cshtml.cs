using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Taxonomies;

/// <summary>The vocabularies of the site.</summary>
[AdminPage(Permission = Permissions.ManageTaxonomy, Menu = "Taxonomies", Group = MenuGroup.Structure, Order = 20)]
internal sealed class IndexModel(TypeCatalogue types, ContentQueries queries) : PageModel
{
    private const int Most = 500;

    public IReadOnlyList<Vocabulary> Vocabularies { get; private set; } = [];

    /// <summary>The types whose items are taxonomies.</summary>
    public IReadOnlyList<TypeDefinition> Types { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Types = [.. types.Current.Types.Where(type => type.FindPartOf("TaxonomyPart") is not null)];
        if (Types.Count == 0) return;
        var query = new ContentQuery { Types = [.. Types.Select(type => type.Name)], Status = ContentStatus.Latest, OrderBy = [SortBy.By(ItemColumn.DisplayText)], Take = Most };
        Vocabularies = [.. (await queries.ListAsync(query, cancel)).Select(item => new Vocabulary(new Content.Taxonomies.Taxonomy(item)))];
    }
}
