using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.ContentTypes;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Taxonomies;

/// <summary>Asks before a term is deleted, or says why it cannot be.</summary>
[AdminPage(Permission = Permissions.ManageTaxonomy)]
internal sealed class DeleteModel(ContentReader reader, TaxonomyEditor editor, TermUse use) : PageModel
{
    public Vocabulary Vocabulary { get; private set; } = null!;
    public Term Term { get; private set; } = null!;
    public int Uses { get; private set; }
    public Confirmation Confirmation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string taxonomyContentItemId, string taxonomyItemId, CancellationToken cancel)
    {
        if (!await FindAsync(taxonomyContentItemId, taxonomyItemId)) return NotFound();
        var all = Term.WithDescendants().ToList();
        Uses = (await use.CountAsync([.. all.Select(term => term.Id)], cancel)).Values.Sum();
        Confirmation = new Confirmation(
            this.Word("Delete the term '{0}'?", Term.Item.DisplayText ?? ""),
            all.Count == 1 ? this.Word("No item has it. Its page goes away.") : this.Word("No item has it or one of the {0} terms below it. All of them go away, with their pages.", all.Count - 1),
            this.Word("Delete the term"),
            Vocabulary.AddressOf(Term))
        {
            Action = $"/Admin/Taxonomies/Delete/{Vocabulary.Id}/{Term.Id}",
            Things = [.. all.Skip(1).Select(term => term.Item.DisplayText ?? term.Id)],
            Fields = new Dictionary<string, IReadOnlyList<string>> { ["stamp"] = [Vocabulary.Stamp.ToString(System.Globalization.CultureInfo.InvariantCulture)] },
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string taxonomyContentItemId, string taxonomyItemId, [FromForm] long stamp, CancellationToken cancel)
    {
        if (!await FindAsync(taxonomyContentItemId, taxonomyItemId)) return NotFound();
        try
        {
            await editor.DeleteAsync(HttpContext.GetCaller(), Vocabulary.Id, stamp, Term.Id, cancel);
            this.Say("The term '{0}' was deleted.", Term.Item.DisplayText ?? "");
            return LocalRedirect(Vocabulary.Address);
        }
        catch (InvalidContentException trouble)
        {
            TempData.Warn(trouble.Message);
            return LocalRedirect(Vocabulary.AddressOf(Term));
        }
    }

    private async Task<bool> FindAsync(string taxonomy, string id)
    {
        if (await Vocabulary.FindAsync(reader, taxonomy) is not { } vocabulary || vocabulary.Tree.Find(id) is not { } term) return false;
        (Vocabulary, Term) = (vocabulary, term);
        return true;
    }
}
