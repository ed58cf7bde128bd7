using CityKnowledge.Cms.Content.Wording;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Something a person has to mend; the same words in form, GraphQL and recipe report.</summary>
/// <param name="Path">Where: <c>Practice.Summary</c>.</param>
/// <param name="Words">What, in English.</param>
public sealed record ContentProblem(string Path, FormattableString Words)
{
    /// <summary>What, in the language of the reader.</summary>
    public string Message => Sentences.Say(Words);
}

/// <summary>A change was refused because of what it contains; nothing was written.</summary>
public sealed class InvalidContentException(IReadOnlyList<ContentProblem> problems)
    : Exception(string.Join(" ", problems.Select(problem => problem.Message)))
{
    public IReadOnlyList<ContentProblem> Problems { get; } = problems;
}
