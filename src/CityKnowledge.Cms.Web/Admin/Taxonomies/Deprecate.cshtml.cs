using System.Globalization;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.ContentTypes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Taxonomies;

/// <summary>Takes a term out of use, or brings it back.</summary>
[AdminPage(Permission = Permissions.ManageTaxonomy)]
internal sealed class DeprecateModel(ContentReader reader, TaxonomyEditor editor) : PageModel
{
    [BindProperty]
    public string? ValidTo { get; set; }

    [BindProperty]
    public string? ReplacedBy { get; set; }

    [BindProperty]
    public long Stamp { get; set; }

    public Vocabulary Vocabulary { get; private set; } = null!;
    public Term Term { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string taxonomyContentItemId, string taxonomyItemId)
    {
        if (!await FindAsync(taxonomyContentItemId, taxonomyItemId)) return NotFound();
        ValidTo = (Term.ValidTo ?? DateTime.UtcNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        ReplacedBy = Term.ReplacedBy;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string taxonomyContentItemId, string taxonomyItemId, CancellationToken cancel) =>
        SaveAsync(taxonomyContentItemId, taxonomyItemId, ReadDay, "'{0}' is out of use after that day. Items that have it keep it.", cancel);

    public Task<IActionResult> OnPostReviveAsync(string taxonomyContentItemId, string taxonomyItemId, CancellationToken cancel) =>
        SaveAsync(taxonomyContentItemId, taxonomyItemId, () => null, "'{0}' is in use again.", cancel);

    private async Task<IActionResult> SaveAsync(string taxonomy, string id, Func<DateOnly?> day, string done, CancellationToken cancel)
    {
        if (!await FindAsync(taxonomy, id)) return NotFound();
        try
        {
            await editor.DeprecateAsync(HttpContext.GetCaller(), Vocabulary.Id, Stamp, Term.Id, day(), ReplacedBy, cancel);
            this.Say(done, Term.Item.DisplayText ?? "");
            return LocalRedirect(Vocabulary.AddressOf(Term));
        }
        catch (InvalidContentException trouble)
        {
            return this.ShowProblems(trouble);
        }
        catch (StaleVersionException)
        {
            return await FindAsync(taxonomy, id) ? this.ShowOvertaken() : NotFound();
        }
    }

    private DateOnly? ReadDay() => DateOnly.TryParseExact(ValidTo, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new InvalidContentException([new ContentProblem("ValidTo", $"Enter a day such as 2026-12-31.")]);

    private async Task<bool> FindAsync(string taxonomy, string id)
    {
        if (await Vocabulary.FindAsync(reader, taxonomy) is not { } vocabulary || vocabulary.Tree.Find(id) is not { } term) return false;
        (Vocabulary, Term) = (vocabulary, term);
        return true;
    }
}
