using MimeKit;

namespace CityKnowledge.Cms.Web.Accounts.Mail;

/// <summary>Tells one plain mail address from everything else that a mail header would take.</summary>
internal static class MailAddresses
{
    private const int Longest = 254;

    /// <summary>The address, or null: names, groups, lists, comments and control characters are refused.</summary>
    public static MailboxAddress? Find(string? text)
    {
        if (text is not { Length: > 2 and <= Longest } || text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))) return null;
        return MailboxAddress.TryParse(text, out var address) && address.Address == text && text.IndexOf('@', StringComparison.Ordinal) > 0 ? address : null;
    }
}
