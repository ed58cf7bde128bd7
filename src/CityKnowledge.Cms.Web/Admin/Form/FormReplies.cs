using CityKnowledge.Cms.Content.Items;
using Microsoft.AspNetCore.Mvc;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Answers the script that saves by itself.</summary>
internal sealed class FormReplies(FormTickets tickets)
{
    public bool AreWanted(HttpRequest request) => request.Headers.Accept is [{ } only] && only.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

    /// <summary>A reply that only says what happened.</summary>
    public static JsonResult Of(string state, int status) => new(new { state }) { StatusCode = status };

    public JsonResult Reply(FormTarget target, FormTicket ticket, FormOutcome outcome) => outcome switch
    {
        FormSaved saved => Saved(target, ticket, saved),
        FormClash clash => new JsonResult(new { state = "conflict", by = clash.WriterBeside(target.Caller), at = clash.Present.ModifiedUtc }) { StatusCode = StatusCodes.Status409Conflict },
        FormRefused refused => new JsonResult(new { state = "refused", problems = Problems(target, refused.Problems) }) { StatusCode = StatusCodes.Status400BadRequest },
        _ => Of("waiting", StatusCodes.Status200OK),
    };

    // The form goes on from what was saved: it gets the new version and base with the answer.
    private JsonResult Saved(FormTarget target, FormTicket ticket, FormSaved saved) => new(new
    {
        state = "saved",
        edit = FormTarget.EditAddress(saved.Item.ContentItemId),
        version = saved.Item.ContentItemVersionId,
        stamp = saved.Item.Stamp,
        ticket = tickets.Seal(target.Caller, ticket),
        @base = FormScreens.BaseOf(target.Plan, saved.Item),
        at = saved.Item.ModifiedUtc,
        isPublished = saved.IsPublished,
        planned = FormPlanned.Of(saved.Item),
        problems = Problems(target, saved.Left),
    });

    private static IEnumerable<object> Problems(FormTarget target, IReadOnlyList<ContentProblem> problems) =>
        problems.Select(problem => new { name = target.Plan.FindControl(problem.Path), problem.Message });
}
