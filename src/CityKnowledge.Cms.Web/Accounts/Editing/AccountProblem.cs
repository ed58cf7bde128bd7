namespace CityKnowledge.Cms.Web.Accounts.Editing;

/// <summary>A mistake of the person at the form, in the person's language.</summary>
/// <param name="Field">The name of the input, or empty.</param>
internal sealed record AccountProblem(string Field, string Message);
