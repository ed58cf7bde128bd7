using System.Globalization;

namespace CityKnowledge.Cms.Web.Settings;

/// <summary>Reads settings and refuses what is not allowed, so that a mistake is seen at start and not by the first visitor.</summary>
public sealed class SettingReader(IConfiguration configuration)
{
    /// <summary>The text, or the default when the setting is absent or empty.</summary>
    public string Text(string key, string whenAbsent) =>
        configuration[key] is { Length: > 0 } text ? text : whenAbsent;

    public bool Flag(string key, bool whenAbsent) => configuration[key] switch
    {
        null or "" => whenAbsent,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw Refuse(key, text, "true, false"),
    };

    public int Number(string key, int whenAbsent, int least, int most) => configuration[key] switch
    {
        null or "" => whenAbsent,
        var text when int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most => number,
        var text => throw Refuse(key, text, string.Create(CultureInfo.InvariantCulture, $"whole numbers from {least} to {most}")),
    };

    public TChoice Choice<TChoice>(string key, TChoice whenAbsent)
        where TChoice : struct, Enum => configuration[key] switch
        {
            null or "" => whenAbsent,
            // Numbers would pass for names of the enum.
            var text when !int.TryParse(text, out _) && Enum.TryParse<TChoice>(text, ignoreCase: true, out var choice) => choice,
            var text => throw Refuse(key, text, string.Join(", ", Enum.GetNames<TChoice>())),
        };

    /// <summary>Refuses misspelt keys of a section whose keys are all known.</summary>
    public void CheckKeys(string section, params string[] known)
    {
        foreach (var child in configuration.GetSection(section).GetChildren())
        {
            if (known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) continue;
            throw new SettingException($"The setting '{child.Path}' is not known. Known in '{section}': {string.Join(", ", known)}.");
        }
    }

    /// <summary>The exception for a value that is not allowed.</summary>
    public static SettingException Refuse(string key, string value, string allowed) =>
        new($"The setting '{key}' is '{value}'. Allowed: {allowed}.");
}
