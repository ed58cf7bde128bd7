namespace CityKnowledge.Cms.Content.Items;

/// <summary>Something a person has to mend; the same words in form, GraphQL and recipe report.</summary>
/// <param name="Path">Where: <c>Practice.Summary</c>.</param>
public sealed record ContentProblem(string Path, string Message);

/// <summary>A change was refused because of what it contains; nothing was written.</summary>
public sealed class InvalidContentException(IReadOnlyList<ContentProblem> problems)
    : Exception(string.Join(" ", problems.Select(problem => problem.Message)))
{
    public IReadOnlyList<ContentProblem> Problems { get; } = problems;
}
