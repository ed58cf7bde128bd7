using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.Title;

/// <summary>The title of an item, typed or made from a pattern.</summary>
internal sealed class TitlePart(LiquidPattern pattern) : PartKind
{
    public override string Name => "TitlePart";

    public override string Purpose => "A title, typed or made from a pattern.";

    public override FieldShape Shape { get; } = FieldShape.OneValue("Title", MemberKind.Text, indexed: false);

    public override IEnumerable<FieldMember> Editable(PartOnType part) =>
        part.Settings.Get<TitlePartSettings>().Options is TitlePartOptions.GeneratedDisabled or TitlePartOptions.GeneratedHidden ? [] : Shape.Members;

    public override async ValueTask PrepareAsync(PartOnType part, ContentDraft draft)
    {
        var settings = part.Settings.Get<TitlePartSettings>();
        if (settings.Options is TitlePartOptions.GeneratedDisabled or TitlePartOptions.GeneratedHidden && !string.IsNullOrEmpty(settings.Pattern))
        {
            draft.DisplayText = await pattern.RenderAsync(settings.Pattern, draft.ToItem());
            draft.Part(part.Name)["Title"] = draft.DisplayText;
        }
        else if (string.IsNullOrEmpty(draft.DisplayText))
        {
            draft.DisplayText = (draft.Content[part.Name]?["Title"] as System.Text.Json.Nodes.JsonValue)?.TryGetValue<string>(out var title) == true ? title : null;
        }
    }

    public override IEnumerable<FormattableString> Validate(PartOnType part, JsonElement value)
    {
        if (value.Get("Title").AsText() is { Length: > ContentDraft.LongestTitle } title) yield return $"Title may have at most {ContentDraft.LongestTitle} characters; it has {title.Length}.";
    }

    public override IEnumerable<FormattableString> FindMissing(PartOnType part, JsonElement value)
    {
        var settings = part.Settings.Get<TitlePartSettings>();
        if (settings.Options == TitlePartOptions.EditableRequired && string.IsNullOrWhiteSpace(value.Get("Title").AsText()))
        {
            yield return $"A value is required for Title.";
        }
    }
}
