using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Makes the screens of a form: as stored, or as typed.</summary>
internal sealed class FormScreens(ItemRights rights, FormTickets tickets, FieldKinds fields)
{
    /// <summary>The form as the item is stored, or as a new item begins.</summary>
    public FormScreen Stored(FormTarget target)
    {
        var texts = TextsOf(target);
        return Make(target, FormTickets.New(target.Item?.ContentItemId), texts, FormOrigin.Pack(target.Plan, texts)) with
        {
            Version = target.Item?.ContentItemVersionId,
            Stamp = target.Item?.Stamp ?? 0,
        };
    }

    /// <summary>The form with what was sent, still over the version it was loaded from.</summary>
    public FormScreen Sent(FormTarget target, FormPost post, FormTicket ticket, string packedBase) =>
        Make(target, ticket, Completed(target, post.Typed), packedBase) with { Version = post.Version, Stamp = post.Stamp, Turn = post.Turn + 1, IsUnsaved = true };

    /// <summary>The form with texts that now stand over the present version.</summary>
    public FormScreen Over(FormTarget target, FormPost post, FormTicket ticket, InputTexts typed) =>
        Make(target, ticket, Completed(target, typed), target.Item is null ? FormOrigin.Pack(target.Plan, TextsOf(target)) : BaseOf(target.Plan, target.Item)) with
        {
            Version = target.Item?.ContentItemVersionId,
            Stamp = target.Item?.Stamp ?? 0,
            Turn = post.Turn + 1,
            IsUnsaved = true,
        };

    public static string BaseOf(FormPlan plan, ContentItem item) => FormOrigin.Pack(plan, FormTexts.Of(plan, item));

    private FormScreen Make(FormTarget target, FormTicket ticket, InputTexts texts, string packedBase) => new(target, ticket, texts)
    {
        Rights = FormRights.Of(rights, target),
        Seal = tickets.Seal(target.Caller, ticket),
        Base = packedBase,
    };

    private InputTexts TextsOf(FormTarget target) =>
        target.Item is { } item ? FormTexts.Of(target.Plan, item) : FormTexts.Begin(target.Plan, fields);

    // A form that was sent without some of its controls shows those as they are stored.
    private InputTexts Completed(FormTarget target, InputTexts typed)
    {
        var texts = TextsOf(target);
        foreach (var name in typed.Names) texts.Set(name, typed.All(name));
        return texts;
    }
}
