namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>Tells addresses of this site from those that lead elsewhere.</summary>
internal static class LocalAddress
{
    /// <summary>The address when it lies on this site, else the other one.</summary>
    public static string Or(string? address, string otherwise) => IsLocal(address) ? address! : otherwise;

    private static bool IsLocal(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
