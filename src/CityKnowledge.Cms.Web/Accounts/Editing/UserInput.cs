namespace CityKnowledge.Cms.Web.Accounts.Editing;

/// <summary>What a form says about a user.</summary>
/// <param name="RoleNames">Of the roles the editor may give; others stay as they are.</param>
internal sealed record UserInput(string UserName, string Email, IReadOnlyList<string> RoleNames);

/// <summary>What became of a form.</summary>
internal sealed record UserResult(string? UserId, IReadOnlyList<AccountProblem> Problems)
{
    public static UserResult Failed(params AccountProblem[] problems) => new(null, problems);
}
