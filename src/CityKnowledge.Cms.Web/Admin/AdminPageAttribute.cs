namespace CityKnowledge.Cms.Web.Admin;

/// <summary>Where a screen stands in the menu.</summary>
internal enum MenuGroup
{
    Content,
    Structure,
    People,
    Running,
    Settings,
}

/// <summary>
/// Makes a page model a screen of the administration: who may enter it, and its line in the menu. The address is that of
/// its page. Without this attribute a page below /Admin still asks for <c>AccessAdminPanel</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AdminPageAttribute : Attribute
{
    /// <summary>Asked for beside <c>AccessAdminPanel</c>; null when that is enough.</summary>
    public string? Permission { get; init; }

    /// <summary>Asked for beside the others, for at least one content type as long as there are any.</summary>
    public string? TypePermission { get; init; }

    /// <summary>The words of the menu line, in English; null for a screen that is reached from another one.</summary>
    public string? Menu { get; init; }

    public MenuGroup Group { get; init; }

    /// <summary>The place in the group, lowest first.</summary>
    public int Order { get; init; } = 100;
}
