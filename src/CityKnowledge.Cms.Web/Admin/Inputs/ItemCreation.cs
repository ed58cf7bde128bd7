using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Fields.ContentPicker;
using Microsoft.AspNetCore.Mvc;

namespace CityKnowledge.Cms.Web.Admin.Inputs;

/// <summary>Why an item was not made.</summary>
/// <param name="Names">The controls that the problems are about.</param>
internal sealed record CreationProblems(IReadOnlyList<string> Problems, IReadOnlyList<string> Names);

/// <summary>What was made.</summary>
/// <param name="Missing">Sentences on what it lacks to be published.</param>
internal sealed record MadeItem(string ContentItemId, string DisplayText, bool HasPublished, string ContentType, IReadOnlyList<string> Missing);

/// <summary>Makes the item that a picker misses: a draft, to be completed later.</summary>
internal static class ItemCreation
{
    public static async Task<IResult> CreateAsync(
        HttpContext context,
        [FromForm] string? part,
        [FromForm] string? field,
        [FromForm] string? type,
        [FromForm] string? title,
        FieldRights rights,
        TypeCatalogue types,
        Creation creation,
        NewItems items)
    {
        var caller = context.GetCaller();
        if (rights.Find(caller, part ?? "", field ?? "") is not { Kind: "ContentPickerField" } found) return Results.NotFound();
        if (!found.Settings.Get<ContentPickerFieldSettings>().TypesOf(types.Current).Contains(type, StringComparer.OrdinalIgnoreCase)) return Results.NotFound();
        if (types.Current.FindType(type!) is not { } known || !creation.IsOffered(caller, known)) throw new ForbiddenException(Permissions.EditContent);
        if (string.IsNullOrWhiteSpace(title)) return Refuse([new ContentProblem("title", $"A value is required for Title.")]);
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var made = await items.MakeAsync(caller, known, title.Trim(), form, [.. creation.FieldsOf(known).Select(needed => needed.Name)], context.RequestAborted);
            return Results.Json(new MadeItem(made.Item.ContentItemId, made.Item.DisplayText ?? made.Item.ContentItemId, HasPublished: false, made.Item.ContentType, made.Missing));
        }
        catch (InvalidContentException wrong)
        {
            return Refuse(wrong.Problems);
        }
    }

    private static IResult Refuse(IReadOnlyList<ContentProblem> problems) =>
        Results.Json(new CreationProblems([.. problems.Select(problem => problem.Message)], [.. problems.Select(problem => problem.Path)]), statusCode: StatusCodes.Status400BadRequest);
}
