using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Recipes;

/// <summary>One run of a recipe: how far it is, then what it did. The run goes on without anyone watching.</summary>
[AdminPage(Permission = Permissions.ManageRecipes)]
internal sealed class ReportModel(RecipeRuns runs, RecipeReports reports, TypeCatalogue types, IStringLocalizer<AdminTexts> words) : PageModel
{
    /// <summary>The run while it is one; null when there is a report.</summary>
    public RecipeActivity? Running { get; private set; }

    public RecipeReport? Report { get; private set; }

    public string Recipe => Running?.Recipe ?? Report!.Recipe;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        var last = runs.Last is { } activity && activity.Id == id ? activity : null;
        Report = last?.Report ?? (last is null ? await reports.FindAsync(id, HttpContext.RequestAborted) : null);
        if (Report is null) Running = last;
        return Report is null && Running is null ? NotFound() : Page();
    }

    /// <summary>The name of a type as people know it.</summary>
    public string NameOf(RecipeChange change) => types.Current.FindType(change.Kind)?.DisplayName ?? change.Kind;

    public string What(RecipeChange change) => change.What switch
    {
        ChangeKind.Published => words["Published"],
        ChangeKind.Unpublished => words["Unpublished"],
        ChangeKind.Deleted => words["Deleted"],
        ChangeKind.Setting => words["Setting changed"],
        _ => words["Saved"],
    };
}
