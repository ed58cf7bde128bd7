namespace CityKnowledge.Cms.Web.Admin.ContentTypes;

/// <summary>The two names of something new.</summary>
/// <param name="Hint">What the name for people is good for, in English.</param>
internal sealed record NameInputs(string? DisplayName, string? Name, string Hint);
