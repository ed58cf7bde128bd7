namespace CityKnowledge.Cms.Web.Fields.MultiText;

/// <summary>One choice: what is shown, what is stored, and whether it is chosen at first.</summary>
internal sealed record MultiTextOption(string? Name, string? Value, bool Default = false);
