using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.ContentTypes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Taxonomies;

/// <summary>Chooses another parent for a term.</summary>
[AdminPage(Permission = Permissions.ManageTaxonomy)]
internal sealed class MoveModel(ContentReader reader, TaxonomyEditor editor) : PageModel
{
    [BindProperty]
    public string? Parent { get; set; }

    [BindProperty]
    public bool IsFirst { get; set; }

    [BindProperty]
    public long Stamp { get; set; }

    public Vocabulary Vocabulary { get; private set; } = null!;
    public Term Term { get; private set; } = null!;

    /// <summary>Every term that is not below this one.</summary>
    public IEnumerable<Term> Parents
    {
        get
        {
            var own = Term.WithDescendants().ToHashSet();
            return Vocabulary.Tree.Terms.Where(term => !own.Contains(term));
        }
    }

    public async Task<IActionResult> OnGetAsync(string taxonomyContentItemId, string taxonomyItemId)
    {
        if (!await FindAsync(taxonomyContentItemId, taxonomyItemId)) return NotFound();
        Parent = Term.Parent?.Id;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string taxonomyContentItemId, string taxonomyItemId, CancellationToken cancel)
    {
        if (!await FindAsync(taxonomyContentItemId, taxonomyItemId)) return NotFound();
        try
        {
            await editor.MoveAsync(HttpContext.GetCaller(), Vocabulary.Id, Stamp, Term.Id, new TermTarget(Parent, IsFirst), cancel);
            this.Say("'{0}' was moved.", Term.Item.DisplayText ?? "");
            return LocalRedirect(Vocabulary.AddressOf(Term));
        }
        catch (InvalidContentException trouble)
        {
            return this.ShowProblems(trouble);
        }
        catch (StaleVersionException)
        {
            return await FindAsync(taxonomyContentItemId, taxonomyItemId) ? this.ShowOvertaken() : NotFound();
        }
    }

    private async Task<bool> FindAsync(string taxonomy, string id)
    {
        if (await Vocabulary.FindAsync(reader, taxonomy) is not { } vocabulary || vocabulary.Tree.Find(id) is not { } term) return false;
        (Vocabulary, Term) = (vocabulary, term);
        return true;
    }
}
