using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Media;

/// <summary>Files of the media library, each with a text.</summary>
internal sealed class MediaField : FieldKind
{
    public override string Name => "MediaField";

    public override string Purpose => "Pictures or files of the media library.";

    public override FieldShape Shape { get; } = FieldShape.Of(
        new FieldMember("Paths", MemberKind.MediaPaths, Indexed: false),
        new FieldMember("MediaTexts", MemberKind.Texts, Indexed: false));

    public override bool IsRequired(FieldDefinition field) => field.Settings.Get<MediaFieldSettings>().Required;

    public override bool IsEmpty(JsonElement value) =>
        value.Get("Paths") is not { ValueKind: JsonValueKind.Array } paths || paths.GetArrayLength() == 0;

    public override IEnumerable<FormattableString> Validate(FieldDefinition field, JsonElement value)
    {
        var settings = field.Settings.Get<MediaFieldSettings>();
        var paths = value.Get("Paths").AsTexts().ToList();
        if (!settings.Multiple && paths.Count > 1) yield return $"{field.Label} can have only one file.";
        foreach (var path in paths.Where(path => settings.AllowedExtensions.Count > 0 && !settings.AllowedExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)))
        {
            yield return $"{field.Label}: '{path}' must end in one of: {string.Join(", ", settings.AllowedExtensions)}.";
        }
    }

    public override IEnumerable<FormattableString> FindMissing(FieldDefinition field, JsonElement value)
    {
        if (!field.Settings.Get<MediaFieldRuleSettings>().TextRequired || !field.Settings.Get<MediaFieldSettings>().AllowMediaText) yield break;
        var texts = value.Get("MediaTexts").AsTexts().ToList();
        foreach (var (place, path) in value.Get("Paths").AsTexts().Index())
        {
            var isPicture = Path.GetExtension(path) is var extension && (Pictures.IsPicture(extension) || extension.Equals(".svg", StringComparison.OrdinalIgnoreCase));
            if (isPicture && string.IsNullOrWhiteSpace(texts.ElementAtOrDefault(place))) yield return $"{field.Label}: say what '{Path.GetFileName(path)}' shows, for people who do not see it.";
        }
    }
}
