using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Recipes;

/// <summary>The recipes that can be run, and the reports of the last runs.</summary>
[AdminPage(Permission = Permissions.ManageRecipes, Menu = "Recipes", Group = MenuGroup.Running, Order = 20)]
internal sealed class IndexModel(RecipeShelf shelf, RecipeRuns runs, RecipeReports reports, IStringLocalizer<AdminTexts> words) : PageModel
{
    public IReadOnlyList<RecipeOnShelf> Recipes { get; private set; } = [];

    public IReadOnlyList<RecipeReport> Reports { get; private set; } = [];

    /// <summary>What runs now, or null.</summary>
    public RecipeActivity? Running => runs.Last is { IsRunning: true } activity ? activity : null;

    public async Task OnGetAsync()
    {
        Recipes = await shelf.ListAsync(HttpContext.RequestAborted);
        Reports = await reports.ListAsync(HttpContext.RequestAborted);
    }

    public Task<IActionResult> OnPostTryAsync(string? name) => StartAsync(name, isDryRun: true);

    public Task<IActionResult> OnPostRunAsync(string? name) => StartAsync(name, isDryRun: false);

    private async Task<IActionResult> StartAsync(string? name, bool isDryRun)
    {
        try
        {
            if (await runs.StartAsync(HttpContext.GetCaller(), name ?? "", isDryRun, HttpContext.RequestAborted) is { } run) return Redirect($"/Admin/Recipes/Report/{run.Id}");
            return NotFound();
        }
        catch (RecipeBusyException busy)
        {
            TempData.Warn(words["The recipe '{0}' is still running; one runs at a time. Wait for its report.", busy.Recipe]);
            return Redirect("/Admin/Recipes");
        }
    }
}
