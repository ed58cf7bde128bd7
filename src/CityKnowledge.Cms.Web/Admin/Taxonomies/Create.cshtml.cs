using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.ContentTypes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Taxonomies;

/// <summary>Adds a term to a taxonomy.</summary>
[AdminPage(Permission = Permissions.ManageTaxonomy)]
internal sealed class CreateModel(ContentReader reader, TaxonomyEditor editor, TermForm form) : PageModel
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public long Stamp { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Parent { get; set; }

    public Vocabulary Vocabulary { get; private set; } = null!;
    public Term? Above { get; private set; }
    public TermInputs Inputs { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id) => await FindAsync(id, null) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel)
    {
        if (!await FindAsync(id, Request.Form)) return NotFound();
        try
        {
            var values = new TermValues(Title, Address, await form.ReadAsync(HttpContext.GetCaller(), Vocabulary.TermType, null, Request.Form));
            var term = await editor.AddAsync(HttpContext.GetCaller(), Vocabulary.Id, Stamp, new TermTarget(Parent, false), values, cancel);
            this.Say("The term '{0}' was added.", Title!.Trim());
            return LocalRedirect($"{Vocabulary.Address}#term-{term}");
        }
        catch (InvalidContentException trouble)
        {
            Inputs = Inputs.With(trouble);
            return this.ShowProblems(Inputs.Located(trouble));
        }
        catch (StaleVersionException)
        {
            return await FindAsync(id, Request.Form) ? this.ShowOvertaken() : NotFound();
        }
    }

    private async Task<bool> FindAsync(string id, IFormCollection? typed)
    {
        if (await Vocabulary.FindAsync(reader, id) is not { } vocabulary) return false;
        Vocabulary = vocabulary;
        Above = string.IsNullOrEmpty(Parent) ? null : vocabulary.Tree.Find(Parent);
        Inputs = new TermInputs(Title, Address, vocabulary.Tree.Item.Part("AutoroutePart").Get("RouteContainedItems").AsFlag() == true ? "…" : null, form.Show(HttpContext.GetCaller(), vocabulary.TermType, null, typed));
        return true;
    }
}
