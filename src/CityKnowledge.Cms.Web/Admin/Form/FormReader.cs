using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>What was made of a form: a draft with all that could be read, and what could not.</summary>
internal sealed record FormReading(ContentDraft Draft, IReadOnlyList<ContentProblem> Problems);

/// <summary>
/// Turns what was typed into a draft, by the plan alone: other entries of a post do nothing, and what has no control stays as
/// it is in the known version. A form that is sent unchanged changes nothing.
/// </summary>
internal sealed class FormReader(FieldKinds fields, PartKinds parts)
{
    private static readonly string[] Days = [InputText.DateFormat];
    private static readonly string[] Moments = [InputText.MomentFormat, "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.fff"];
    private static readonly string[] Times = ["HH:mm", "HH:mm:ss"];

    /// <param name="known">The version that was edited; null for a new item.</param>
    public FormReading Read(FormPlan plan, InputTexts typed, ContentItem? known)
    {
        var draft = known is null ? new ContentDraft { ContentType = plan.Type.Name } : ContentDraft.FromItem(known);
        var stored = known is null ? new InputTexts() : FormTexts.Of(plan, known);
        if (known is null && plan.Place is { } place) draft.Content[Container.Contained] = place.Container.Place(place.Order);
        List<ContentProblem> problems = [];
        foreach (var member in plan.Members.Where(member => typed.Has(member.Name) && !FormTexts.AreSame(member, typed, stored)))
        {
            if (TryParse(member, FormTexts.Meant(member, typed), out var value)) Set(draft, member, value);
            else problems.Add(new ContentProblem(member.Name, Explain(member)));
        }

        Fill(plan, draft, known);
        // The title is what an item is called: it is made anew from what was typed.
        if (plan.Members.Any(member => member is { Field: null, Part.Part.Name: "TitlePart" } && typed.Has(member.Name))) draft.DisplayText = null;
        return new FormReading(draft, problems);
    }

    /// <summary>What the form of a new item begins with.</summary>
    public InputTexts Begin(FormPlan plan) => FormTexts.Begin(plan, fields);

    private void Fill(FormPlan plan, ContentDraft draft, ContentItem? known)
    {
        foreach (var part in plan.Type.Parts)
        {
            parts.Find(part.Part.Name)?.Fill(part, draft.Part(part.Name), known?.PublishedUtc is not null);
            foreach (var field in part.Fields)
            {
                if (draft.Part(part.Name)[field.Name] is JsonObject value) fields.Find(field.Kind)?.Fill(field, value);
            }
        }
    }

    private FormattableString Explain(FormMember member)
    {
        var expected = member.Member.Text?.Expected ?? ShapeReading.Expected(member.Member.Kind);
        var isAll = member.Member.Text is not null || (member.Field is { } field && fields.Find(field.Kind)?.Shape.IsOneValue == true);
        return isAll ? (FormattableString)$"{member.Label} must be {expected}." : $"{member.Label}: {member.Member.Name} must be {expected}.";
    }

    private static void Set(ContentDraft draft, FormMember member, JsonNode? value)
    {
        // Every item belongs to someone: a form that was loaded before its item was made names nobody.
        if (member.IsPerson) draft.Owner = (string?)value ?? draft.Owner;
        else if (member.IsOfItem) draft.CreatedUtc = value is null ? null : JsonSerializer.SerializeToElement(value).AsMoment();
        else ParentOf(draft, member)[member.Member.Name] = value;
    }

    private static JsonObject ParentOf(ContentDraft draft, FormMember member)
    {
        var part = draft.Part(member.Part.Name);
        if (member.Field is null) return part;
        if (part[member.Field.Name] is JsonObject field) return field;
        field = [];
        part[member.Field.Name] = field;
        return field;
    }

    private static bool TryParse(FormMember member, IReadOnlyList<string> texts, out JsonNode? value)
    {
        value = null;
        if (FormTexts.IsList(member.Member.Kind))
        {
            value = new JsonArray([.. texts.Select(text => (JsonNode?)text)]);
            return true;
        }

        if (member.Member.Kind == MemberKind.Flag && texts.Count == 0) value = member.Member.IsOnByDefault;
        if (texts.Count == 0) return true;
        value = member.Member.Text is { } written ? written.Parse(texts[0]) : Parse(member.Member.Kind, texts[0]);
        return value is not null;
    }

    private static JsonNode? Parse(MemberKind kind, string text) => kind switch
    {
        MemberKind.Number => decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        MemberKind.Flag => bool.TryParse(text, out var flag) ? flag : null,
        MemberKind.Date => TryMoment(text, Days, out var day) ? day.ToString("yyyy-MM-ddT00:00:00Z", CultureInfo.InvariantCulture) : null,
        MemberKind.Moment => TryMoment(text, Moments, out var local) && LocalTime.ToUtc(local) is { } moment ? moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFZ", CultureInfo.InvariantCulture) : null,
        MemberKind.Time => TryMoment(text, Times, out var time) ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : null,
        _ => text,
    };

    private static bool TryMoment(string text, string[] formats, out DateTime moment) =>
        DateTime.TryParseExact(text.Trim(), formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);
}
