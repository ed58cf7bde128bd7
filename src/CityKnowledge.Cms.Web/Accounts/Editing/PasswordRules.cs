using System.Collections.Frozen;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Identity;

namespace CityKnowledge.Cms.Web.Accounts.Editing;

/// <summary>Refuses passwords that are guessed first: the commonest, and those made of the user's own name. After NIST SP 800-63B there are no rules about kinds of characters.</summary>
internal sealed class PasswordRules(Words words) : IPasswordValidator<UserRow>
{
    private const int Longest = 256;
    private const int ShortestName = 4;
    private static readonly FrozenSet<string> Common = ReadCommon();

    public Task<IdentityResult> ValidateAsync(UserManager<UserRow> manager, UserRow user, string? password) => Task.FromResult(Check(user, password ?? ""));

    private IdentityResult Check(UserRow user, string password)
    {
        if (password.Length > Longest) return Refuse("TooLong", words["The password may have at most {0} characters.", Longest]);
        if (IsCommon(password)) return Refuse("Common", words["This password is one of those that are guessed first. Take one that only you would think of."]);
        return NamesOf(user).Any(name => password.Contains(name, StringComparison.OrdinalIgnoreCase))
            ? Refuse("Name", words["The password must not contain your user name or mail address."])
            : IdentityResult.Success;
    }

    // "Password2024!" is as common as "password": digits and signs around one of these words add nothing.
    private static bool IsCommon(string password)
    {
        var lower = password.ToLowerInvariant();
        var core = lower.Trim([.. "0123456789!?.,;:-_*#$%&@+= "]);
        return Common.Contains(lower) || Common.Contains(core) || Common.Contains(core.Replace(" ", "", StringComparison.Ordinal)) || core.Length == 0;
    }

    private static IEnumerable<string> NamesOf(UserRow user) =>
        new[] { user.UserName, user.Email?.Split('@')[0] }.OfType<string>().Where(name => name.Length >= ShortestName);

    private static IdentityResult Refuse(string code, string text) => IdentityResult.Failed(new IdentityError { Code = code, Description = text });

    private static FrozenSet<string> ReadCommon()
    {
        using var list = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("CommonPasswords.txt")!);
        return list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
