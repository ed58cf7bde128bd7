using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Admin.Form;
using CityKnowledge.Cms.Web.Fields.ContentPicker;

namespace CityKnowledge.Cms.Web.Admin.Inputs;

/// <summary>A draft that was made from within another form.</summary>
/// <param name="Missing">Sentences on what it lacks to be published.</param>
internal sealed record NewItem(ContentItem Item, IReadOnlyList<string> Missing);

/// <summary>Makes drafts of what a person wrote in a few lines, read and checked as in the form of the item.</summary>
internal sealed class NewItems(FormPlans plans, FormReader reader, ContentEditor editor, ItemCheck check)
{
    /// <param name="names">The controls that were offered; other entries of the post are ignored.</param>
    /// <exception cref="ForbiddenException">The caller may make no such item.</exception>
    /// <exception cref="InvalidContentException">Something that was written is wrong; a problem has the name of its control.</exception>
    public async Task<NewItem> MakeAsync(Caller caller, TypeDefinition type, string title, IFormCollection form, IReadOnlyCollection<string> names, CancellationToken cancel)
    {
        var plan = plans.Make(caller, type, null);
        var (typed, sent) = (reader.Begin(plan), FormPost.Read(form, plan).Typed);
        foreach (var name in names.Where(sent.Has)) typed.Set(name, sent.All(name));
        typed.Set(Creation.TitleOf(type), [title]);
        var reading = reader.Read(plan, typed, null);
        if (reading.Problems.Count > 0) throw new InvalidContentException(reading.Problems);
        try
        {
            var item = await editor.SaveDraftAsync(caller, reading.Draft, cancel: cancel);
            return new NewItem(item, [.. check.Check(type, item.Content, complete: true).Select(problem => problem.Message)]);
        }
        catch (InvalidContentException wrong)
        {
            throw new InvalidContentException([.. wrong.Problems.Select(problem => problem with { Path = plan.FindControl(problem.Path) })]);
        }
    }
}
