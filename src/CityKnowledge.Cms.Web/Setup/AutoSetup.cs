using System.Text.RegularExpressions;
using CityKnowledge.Cms.Web.Settings;

namespace CityKnowledge.Cms.Web.Setup;

/// <summary>How the site sets itself up at its first start; the keys are those of Orchard Core's AutoSetup.</summary>
/// <param name="AdminPassword">Empty for a one-time sign-in link.</param>
/// <param name="NewSignInLink">Whether a later start prints such a link again.</param>
internal sealed partial record AutoSetup(
    string SiteName, string SiteTimeZone, string RecipeName, string AdminUsername, string AdminEmail, string AdminPassword, bool NewSignInLink)
{
    public const string Section = "OrchardCore:OrchardCore_AutoSetup";
    private const string First = Section + ":Tenants:0";

    public static AutoSetup Read(SettingReader settings)
    {
        var shell = settings.Text($"{First}:ShellName", "Default");
        if (shell != "Default") throw SettingReader.Refuse($"{First}:ShellName", shell, "Default (this site hosts one tenant)");
        var zone = settings.Text($"{First}:SiteTimeZone", "UTC");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) throw SettingReader.Refuse($"{First}:SiteTimeZone", zone, "names of the IANA time zone database such as UTC or Asia/Bangkok");
        var admin = settings.Text($"{First}:AdminUsername", "admin");
        if (!UserName().IsMatch(admin)) throw SettingReader.Refuse($"{First}:AdminUsername", admin, "letters, digits and -._@+");
        var password = settings.Text($"{First}:AdminPassword", "");
        if (password.Length is > 0 and < 8) throw new SettingException($"The setting '{First}:AdminPassword' is too short. Allowed: at least 8 characters, or none for a one-time sign-in link.");
        return new AutoSetup(
            settings.Text($"{First}:SiteName", "CityKnowledge"),
            zone,
            settings.Text($"{First}:RecipeName", "CityKnowledge"),
            admin,
            settings.Text($"{First}:AdminEmail", ""),
            password,
            settings.Flag("NewSignInLink", false));
    }

    [GeneratedRegex(@"^[\w\-.@+]+$", RegexOptions.NonBacktracking)]
    private static partial Regex UserName();
}
