using CityKnowledge.Cms.Content;
using CityKnowledge.Cms.Content.Media;

namespace CityKnowledge.Cms.Web.Settings;

/// <summary>Reads what may lie in the media library; the keys are Orchard Core's.</summary>
internal static class MediaSettings
{
    private const string Key = "OrchardCore:OrchardCore_Media:AllowedFileExtensions";

    public static MediaFolder Read(IConfiguration configuration, SiteFolders folders)
    {
        var given = configuration.GetSection(Key).GetChildren().Select(extension => extension.Value ?? "").ToArray();
        if (Array.Find(given, extension => !extension.StartsWith('.')) is { } wrong) throw SettingReader.Refuse(Key, wrong, "extensions with their dot, such as .jpg");
        return new MediaFolder(folders, (given.Length > 0 ? given : MediaFolder.UsualExtensions).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }
}
