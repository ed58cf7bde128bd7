using Microsoft.AspNetCore.Identity;

namespace CityKnowledge.Cms.Web.Accounts.Editing;

/// <summary>Identity's refusals in the words of the product.</summary>
internal sealed class AccountErrors(Words words) : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), words["The password needs at least {0} characters. A short sentence is easy to keep in mind.", length]);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error(nameof(PasswordRequiresUniqueChars), words["The password needs at least {0} different characters.", uniqueChars]);

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), words["The present password is not right."]);

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), words["A user name is made of letters from a to z, digits and the signs -._@+."]);

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), words["Another user has this name."]);

    private static IdentityError Error(string code, string text) => new() { Code = code, Description = text };
}
