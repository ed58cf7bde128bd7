using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.ContentTypes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Taxonomies;

/// <summary>One term: its names, codes and other fields.</summary>
[AdminPage(Permission = Permissions.ManageTaxonomy)]
internal sealed class EditModel(ContentReader reader, TaxonomyEditor editor, TermForm form, TermUse use) : PageModel
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public long Stamp { get; set; }

    public Vocabulary Vocabulary { get; private set; } = null!;
    public Term Term { get; private set; } = null!;
    public int Uses { get; private set; }
    public TermInputs Inputs { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string taxonomyContentItemId, string taxonomyItemId) =>
        await FindAsync(taxonomyContentItemId, taxonomyItemId) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string taxonomyContentItemId, string taxonomyItemId, CancellationToken cancel)
    {
        if (!await FindAsync(taxonomyContentItemId, taxonomyItemId, Request.Form)) return NotFound();
        try
        {
            var values = new TermValues(Title, Address, await form.ReadAsync(HttpContext.GetCaller(), Term.Item.ContentType, Term.Item, Request.Form));
            await editor.EditAsync(HttpContext.GetCaller(), Vocabulary.Id, Stamp, Term.Id, values, cancel);
            this.Say("The term '{0}' was saved.", Title!.Trim());
            return LocalRedirect(Vocabulary.AddressOf(Term));
        }
        catch (InvalidContentException trouble)
        {
            Inputs = Inputs.With(trouble);
            return this.ShowProblems(Inputs.Located(trouble));
        }
        catch (StaleVersionException)
        {
            return await FindAsync(taxonomyContentItemId, taxonomyItemId, Request.Form) ? this.ShowOvertaken() : NotFound();
        }
    }

    private async Task<bool> FindAsync(string taxonomy, string id, IFormCollection? typed = null)
    {
        if (await Vocabulary.FindAsync(reader, taxonomy) is not { } vocabulary || vocabulary.Tree.Find(id) is not { } term) return false;
        (Vocabulary, Term) = (vocabulary, term);
        Uses = (await use.CountAsync([id])).GetValueOrDefault(id);
        var path = term.Item.Part("AutoroutePart").Get("Path").AsText()?.Trim('/');
        var slash = path?.LastIndexOf('/') ?? -1;
        Inputs = new TermInputs(
            typed is null ? term.Item.DisplayText : Title,
            typed is null ? path?[(slash + 1)..] : Address,
            slash < 0 ? null : path![..slash],
            form.Show(HttpContext.GetCaller(), term.Item.ContentType, term.Item, typed));
        return true;
    }
}
