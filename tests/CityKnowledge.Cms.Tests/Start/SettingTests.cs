using CityKnowledge.Cms.Web;
using CityKnowledge.Cms.Web.Settings;

namespace CityKnowledge.Cms.Tests.Start;

/// <summary>A wrong setting stops the start, with the key and what would be allowed.</summary>
public sealed class SettingTests
{
    [Theory]
    [InlineData("Database:Provider", "Oracle", "Allowed: Sqlite, Postgres.")]
    [InlineData("OrchardCore:OrchardCore_AutoSetup:Tenants:0:DatabaseProvider", "MySql", "Allowed: Sqlite, Postgres.")]
    [InlineData("Database:Provider", "1", "Allowed: Sqlite, Postgres.")]
    [InlineData("Database:Provder", "Sqlite", "Known in 'Database': Provider, ConnectionString.")]
    [InlineData("Site:OutputCache", "maybe", "Allowed: true, false.")]
    [InlineData("Cache:Items", "many", "Allowed: whole numbers from 100 to 10000000.")]
    [InlineData("Cache:Items", "-1", "Allowed: whole numbers from 100 to 10000000.")]
    [InlineData("OrchardCore:OrchardCore_AutoSetup:Tenants:0:SiteTimeZone", "Mars", "Allowed: names of the IANA time zone database")]
    [InlineData("OrchardCore:OrchardCore_AutoSetup:Tenants:0:ShellName", "Second", "Allowed: Default")]
    [InlineData("OrchardCore:OrchardCore_AutoSetup:Tenants:0:AdminPassword", "short", "Allowed: at least 8 characters")]
    [InlineData("OrchardCore:OrchardCore_Media:AllowedFileExtensions:0", "jpg", "Allowed: extensions with their dot")]
    [InlineData("Site:ApiOrigins", "https://partner.example", "Allowed: a list: give the first as Site__ApiOrigins__0.")]
    [InlineData("Site:ApiOrigins:0", "partner.example", "Allowed: the beginning of an address such as https://example.org")]
    public void A_value_that_is_not_allowed_is_refused(string key, string value, string allowed)
    {
        var trouble = Assert.Throws<SettingException>(() => Composition.Build([$"--{key}={value}"], Path.GetTempPath(), TextWriter.Null));

        Assert.Contains(key.Replace(":0", "", StringComparison.Ordinal).Split(':')[^1], trouble.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_string_is_not_repeated_in_the_message()
    {
        var trouble = Assert.Throws<SettingException>(() => Composition.Build(["--Database:Provider=Postgres", "--Database:ConnectionString=Host=x;Pasword=secret"], Path.GetTempPath(), TextWriter.Null));

        Assert.Contains("Database:ConnectionString", trouble.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", trouble.Message, StringComparison.Ordinal);
    }
}
