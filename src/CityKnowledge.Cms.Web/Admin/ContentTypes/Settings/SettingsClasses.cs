namespace CityKnowledge.Cms.Web.Admin.ContentTypes.Settings;

/// <summary>Finds the settings of a field or part kind: the classes beside it whose names begin with its own.</summary>
internal static class SettingsClasses
{
    /// <param name="kind">A field kind or part kind; null for parts made of fields.</param>
    public static IEnumerable<Type> Of(object? kind) => kind is null ? [] : kind.GetType().Assembly.GetTypes()
        .Where(type => type.Namespace == kind.GetType().Namespace && type.IsClass
            && type.Name.StartsWith(kind.GetType().Name, StringComparison.Ordinal) && type.Name.EndsWith("Settings", StringComparison.Ordinal))
        .OrderBy(type => type.Name.Length).ThenBy(type => type.Name, StringComparer.Ordinal);
}
