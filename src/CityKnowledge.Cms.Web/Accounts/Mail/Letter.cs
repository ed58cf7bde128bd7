using System.Globalization;

namespace CityKnowledge.Cms.Web.Accounts.Mail;

/// <summary>What a mail is about.</summary>
internal enum LetterKind
{
    Invitation,
    /// <summary>An administrator sends a link with which to choose a new password.</summary>
    Reset,
    /// <summary>Someone typed a name or address, which may belong to nobody.</summary>
    ResetAsked,
    PasswordChanged,
}

/// <summary>A mail to be written and sent.</summary>
/// <param name="Recipient">The id of the user; what was typed for <see cref="LetterKind.ResetAsked"/>.</param>
/// <param name="Site">The public address of the site, for links.</param>
internal sealed record Letter(LetterKind Kind, string Recipient, string Site, CultureInfo Culture);
