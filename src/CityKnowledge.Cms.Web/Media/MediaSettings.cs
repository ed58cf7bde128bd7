using System.Globalization;
using CityKnowledge.Cms.Content;
using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Web.Settings;

namespace CityKnowledge.Cms.Web.Media;

/// <summary>Reads what may lie in the media library and how it is shown; the keys are Orchard Core's, <c>MaxPixels</c> and <c>MaxCacheSize</c> are ours.</summary>
internal static class MediaSettings
{
    private const string Section = "OrchardCore:OrchardCore_Media";
    private const string Extensions = "extensions with their dot, such as .jpg";
    private static readonly string Numbers = string.Create(CultureInfo.InvariantCulture, $"whole numbers from 1 to {ResizeCommand.LargestSide}");
    private static readonly int[] UsualSizes = [16, 32, 50, 100, 160, 240, 480, 600, 1024, 2048];

    public static MediaFolder Read(IConfiguration configuration, SettingReader settings, SiteFolders folders)
    {
        settings.CheckKeys(Section, "MaxFileSize", "MaxPixels", "AllowedFileExtensions", "SupportedSizes", "MaxBrowserCacheDays", "MaxCacheSize");
        const string Key = $"{Section}:AllowedFileExtensions";
        var given = List(configuration, Key, Extensions);
        if (Array.Find(given, extension => !extension.StartsWith('.')) is { } wrong) throw SettingReader.Refuse(Key, wrong, Extensions);
        return new MediaFolder(folders, (given.Length > 0 ? given : MediaFolder.UsualExtensions).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    public static MediaLimits ReadLimits(SettingReader settings) => new(
        settings.Number($"{Section}:MaxFileSize", 30_000_000, 1_000, int.MaxValue),
        settings.Number($"{Section}:MaxPixels", 50_000_000, 10_000, 500_000_000));

    public static MediaServing ReadServing(IConfiguration configuration, SettingReader settings) => new(
        ReadSizes(configuration),
        settings.Number($"{Section}:MaxBrowserCacheDays", 30, 0, 3650),
        1_000_000L * settings.Number($"{Section}:MaxCacheSize", 500, 1, 1_000_000));

    private static HashSet<int> ReadSizes(IConfiguration configuration)
    {
        const string Key = $"{Section}:SupportedSizes";
        var given = List(configuration, Key, Numbers);
        return given.Length == 0 ? [.. UsualSizes] : [.. given.Select(text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is > 0 and <= ResizeCommand.LargestSide
                ? size
                : throw SettingReader.Refuse(Key, text, Numbers))];
    }

    private static string[] List(IConfiguration configuration, string key, string allowed) => configuration.GetSection(key) is { Value: { Length: > 0 } single }
        ? throw SettingReader.Refuse(key, single, "a list of " + allowed)
        : [.. configuration.GetSection(key).GetChildren().Select(child => child.Value ?? "")];
}
