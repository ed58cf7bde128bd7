using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Fields.ContentPicker;
using Microsoft.AspNetCore.Mvc;

namespace CityKnowledge.Cms.Web.Admin.Inputs;

/// <summary>Why an item was not made.</summary>
internal sealed record CreationProblems(IReadOnlyList<string> Problems);

/// <summary>Makes the item that a picker misses: a draft with a title, to be completed later.</summary>
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
        ContentEditor editor)
    {
        var caller = context.GetCaller();
        if (rights.Find(caller, part ?? "", field ?? "") is not { Kind: "ContentPickerField" } found) return Results.NotFound();
        if (!found.Settings.Get<ContentPickerFieldSettings>().TypesOf(types.Current).Contains(type, StringComparer.OrdinalIgnoreCase)) return Results.NotFound();
        if (types.Current.FindType(type!) is not { } known || !creation.IsOffered(caller, known)) throw new ForbiddenException(Permissions.EditContent);
        if (string.IsNullOrWhiteSpace(title)) return Refuse("A value is required for Title.");
        try
        {
            var item = await editor.SaveDraftAsync(caller, Titled(known, title.Trim()), cancel: context.RequestAborted);
            return Results.Json(new OfferedItem(item.ContentItemId, item.DisplayText ?? item.ContentItemId, HasPublished: false, item.ContentType));
        }
        catch (InvalidContentException wrong)
        {
            return Refuse([.. wrong.Problems.Select(problem => problem.Message)]);
        }
    }

    private static ContentDraft Titled(TypeDefinition type, string title) => new()
    {
        ContentType = type.Name,
        Content = new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = title } },
    };

    private static IResult Refuse(params IReadOnlyList<string> problems) => Results.Json(new CreationProblems(problems), statusCode: StatusCodes.Status400BadRequest);
}
