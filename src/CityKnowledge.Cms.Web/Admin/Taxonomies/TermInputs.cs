using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Admin.Form;

namespace CityKnowledge.Cms.Web.Admin.Taxonomies;

/// <summary>The form of a term, filled in.</summary>
/// <param name="AddressStart">What stands before the end of the address; null when terms have no pages.</param>
internal sealed record TermInputs(string? Title, string? Address, string? AddressStart, FormBody Body)
{
    public TermInputs With(InvalidContentException trouble) => this with { Body = Body with { Problems = trouble.Problems } };

    /// <summary>The problems by the names of their controls, for the list at the top.</summary>
    public InvalidContentException Located(InvalidContentException trouble) =>
        new([.. trouble.Problems.Select(problem => problem with { Path = Body.Plan.FindControl(problem.Path) })]);
}
