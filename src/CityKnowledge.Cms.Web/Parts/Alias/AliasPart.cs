using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.Alias;

/// <summary>A short name by which themes and programs find an item.</summary>
internal sealed class AliasPart(LiquidPattern pattern) : PartKind
{
    public override string Name => "AliasPart";

    public override string Purpose => "A short name by which themes and programs find the item.";

    private const string DefaultPattern = "{{ ContentItem.DisplayText | slugify }}";

    public override FieldShape Shape { get; } = FieldShape.Of(new FieldMember("Alias", MemberKind.Text, Indexed: false));

    public override IEnumerable<FieldMember> Editable(PartOnType part) =>
        part.Settings.Get<AliasPartSettings>().Options == AliasPartOptions.Editable ? Shape.Members : [];

    public override async ValueTask PrepareAsync(PartOnType part, ContentDraft draft)
    {
        var json = draft.Part(part.Name);
        if (json["Alias"] is { } alias && (alias.GetValueKind() != JsonValueKind.String || alias.GetValue<string>().Length > 0)) return;
        var settings = part.Settings.Get<AliasPartSettings>();
        json["Alias"] = await pattern.RenderAsync(string.IsNullOrWhiteSpace(settings.Pattern) ? DefaultPattern : settings.Pattern, draft.ToItem());
    }

    public override IEnumerable<FormattableString> Validate(PartOnType part, JsonElement value)
    {
        if (value.Get("Alias").AsText() is { Length: > 735 }) yield return $"Your alias is too long. The alias can only be up to 735 characters.";
    }

    public override void Index(PartOnType part, JsonElement value, IndexRows rows)
    {
        if (value.Get("Alias").AsText() is { Length: > 0 } alias) rows.Alias(alias);
    }
}
