using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Recipes;

/// <summary>Asks before a recipe is run.</summary>
[AdminPage(Permission = Permissions.ManageRecipes)]
internal sealed class RunModel(RecipeRuns runs, IStringLocalizer<AdminTexts> words) : PageModel
{
    public Confirmation Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? name)
    {
        if (await runs.FindAsync(name ?? "", HttpContext.RequestAborted) is not { } recipe) return NotFound();
        var consequence = recipe.IsSetupRecipe
            ? words["This recipe is made for setting up a new site: it may change the name, the start page, the types and the content of this one. It cannot be undone; a dry run tells what would change."]
            : words["It may change types, content and settings. It cannot be undone; a dry run tells what would change."];
        Question = new Confirmation(words["Run '{0}'?", recipe.DisplayName], consequence, words["Run"], "/Admin/Recipes")
        {
            Action = "/Admin/Recipes?handler=Run",
            Fields = new Dictionary<string, IReadOnlyList<string>> { ["name"] = [recipe.Name] },
        };
        return Page();
    }
}
