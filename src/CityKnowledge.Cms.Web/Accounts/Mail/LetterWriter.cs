using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web.Accounts.Editing;
using MimeKit;
using MimeKit.Text;

namespace CityKnowledge.Cms.Web.Accounts.Mail;

/// <summary>A finished mail and whom it goes to.</summary>
internal sealed record WrittenLetter(UserRow User, MimeMessage Mail);

/// <summary>Finds the addressee of a letter, makes the one-time link in it and writes its words.</summary>
internal sealed class LetterWriter(AccountChanges changes, CurrentSite site, MailSettings settings, Words words)
{
    private const string Greeting = "Good day {0},";

    /// <summary>The mail, or null when nobody is to get one.</summary>
    public async Task<WrittenLetter?> WriteAsync(Letter letter)
    {
        var user = letter.Kind == LetterKind.ResetAsked ? await changes.FindByNameOrEmailAsync(letter.Recipient) : await changes.FindAsync(letter.Recipient);
        if (user is not { IsEnabled: true } || MailAddresses.Find(user.Email) is not { } address) return null;
        var name = (await site.GetAsync()).SiteName;
        var (subject, lines) = letter.Kind switch
        {
            LetterKind.Invitation => Invitation(user, name, await LinkAsync(letter, user, OneTimePurpose.Invitation)),
            LetterKind.PasswordChanged => Changed(user, name, letter.Site),
            _ => Reset(user, name, await LinkAsync(letter, user, OneTimePurpose.Reset)),
        };
        return new WrittenLetter(user, Compose(letter, address, subject, lines));
    }

    private async Task<string> LinkAsync(Letter letter, UserRow user, OneTimePurpose purpose)
    {
        await using var change = await changes.BeginAsync(user);
        var token = await OneTimeLinks.ReplaceAsync(change.Db, user.Id, purpose);
        await change.CommitAsync();
        return $"{letter.Site}/ResetPassword?token={token}";
    }

    private (string Subject, string[] Lines) Invitation(UserRow user, string site, string link) => (
        words["Your account at {0}", site],
        [
            words[Greeting, user.UserName!],
            words["an account was made for you at {0}. Open this link within seven days to choose a password; it works once:", site],
            link,
            words["Your user name is {0}. You can also sign in with this mail address.", user.UserName!],
            words["If you expected no invitation, you need not do anything."],
        ]);

    private (string Subject, string[] Lines) Reset(UserRow user, string site, string link) => (
        words["A new password for {0}", site],
        [
            words[Greeting, user.UserName!],
            words["someone asked for a new password for your account at {0}. Open this link within two hours to choose one; it works once:", site],
            link,
            words["If it was not you, you need not do anything: your password stays as it is."],
        ]);

    private (string Subject, string[] Lines) Changed(UserRow user, string site, string address) => (
        words["Your password for {0} was changed", site],
        [
            words[Greeting, user.UserName!],
            words["the password of your account at {0} was changed just now, and all other sessions were ended.", site],
            words["If it was not you, ask for a new password at once: {0}", $"{address}/ForgotPassword"],
        ]);

    private MimeMessage Compose(Letter letter, MailboxAddress to, string subject, string[] lines) => new()
    {
        From = { settings.Sender ?? new MailboxAddress("", "cityknowledge@" + new Uri(letter.Site).Host) },
        To = { to },
        // The name of the site and of the user are in it: a header takes one line.
        Subject = string.Concat(subject.Select(sign => char.IsControl(sign) ? ' ' : sign)),
        Body = new TextPart(TextFormat.Plain) { Text = string.Join("\n\n", lines) + "\n" },
        Headers = { { HeaderId.AutoSubmitted, "auto-generated" } },
    };
}
