using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.ContentTypes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Taxonomies;

/// <summary>The terms of a taxonomy as a tree.</summary>
[AdminPage(Permission = Permissions.ManageTaxonomy)]
internal sealed class TreeModel(ContentReader reader, TaxonomyEditor editor, TermUse use) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Vocabulary Vocabulary { get; private set; } = null!;
    public TermBranch Roots { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (await Vocabulary.FindAsync(reader, id) is not { } vocabulary) return NotFound();
        Vocabulary = vocabulary;
        var counts = await use.CountAsync([.. vocabulary.Tree.Terms.Select(term => term.Id)], cancel);
        var found = string.IsNullOrWhiteSpace(Q) ? null : Matching(vocabulary.Tree, Folding.Fold(Q.Trim())!);
        Roots = new TermBranch(vocabulary, vocabulary.Tree.Roots, counts, found);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, [FromForm] long stamp, [FromForm] string? up, [FromForm] string? down, CancellationToken cancel)
    {
        if (await Vocabulary.FindAsync(reader, id) is not { } vocabulary) return NotFound();
        var moved = up ?? down ?? "";
        await editor.ShiftAsync(HttpContext.GetCaller(), vocabulary.Id, stamp, moved, up is null ? 1 : -1, cancel);
        this.Say("'{0}' was moved.", vocabulary.Tree.Find(moved)?.Item.DisplayText ?? "");
        return LocalRedirect($"{vocabulary.Address}#term-{Uri.EscapeDataString(moved)}");
    }

    // A term is found by its name, its code or its name in another language; what stands above it shows where it belongs.
    private static HashSet<string> Matching(Taxonomy tree, string words)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in tree.Terms.Where(term => TermBranch.WordsOf(term).Contains(words, StringComparison.Ordinal)))
        {
            found.Add(term.Id);
            found.UnionWith(term.Ancestors.Select(above => above.Id));
        }

        return found;
    }
}
