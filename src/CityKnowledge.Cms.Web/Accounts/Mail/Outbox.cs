using System.Globalization;
using System.Threading.Channels;
using CityKnowledge.Cms.Web.Accounts.Editing;

namespace CityKnowledge.Cms.Web.Accounts.Mail;

/// <summary>
/// Writes and sends mails beside the requests that ask for them: no form waits for a mail server, and asking for an
/// unknown address takes as long as asking for a known one. What became of a mail is noted with its user. A letter that was taken
/// stays on the disk until it is out, so the next start goes on with it: in rare cases a mail comes twice, never not at all.
/// </summary>
internal sealed class Outbox(IServiceScopeFactory all, WaitingLetters letters, ILogger<Outbox> log) : BackgroundService
{
    public const string Sent = "MailSent";
    public const string NotSent = "MailNotSent";
    private const int MostWaiting = 1000;
    private const int Hands = 2;
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20)];
    private readonly Channel<WaitingLetter> waiting = Channel.CreateBounded<WaitingLetter>(MostWaiting);

    /// <summary>Takes a letter; false when too many wait already.</summary>
    public async Task<bool> PostAsync(Letter letter)
    {
        var kept = await letters.KeepAsync(letter);
        if (waiting.Writer.TryWrite(kept)) return true;
        WaitingLetters.Forget(kept);
        return false;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var left = letters.List();
        return Task.WhenAll([ResumeAsync(left, stoppingToken), .. Enumerable.Range(0, Hands).Select(_ => WorkAsync(stoppingToken))]);
    }

    private async Task ResumeAsync(IReadOnlyList<WaitingLetter> left, CancellationToken stop)
    {
        try
        {
            foreach (var letter in left) await waiting.Writer.WriteAsync(letter, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            log.LogDebug("The outbox was closed; what is left waits for the next start.");
        }
    }

    private async Task WorkAsync(CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            await foreach (var letter in waiting.Reader.ReadAllAsync(stop))
            {
                if (await DeliverAsync(letter.Letter, stop)) WaitingLetters.Forget(letter);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            log.LogDebug("The outbox was closed.");
        }
    }

    /// <returns>Whether the letter is done with; one that could not even be written is tried again at the next start.</returns>
    private async Task<bool> DeliverAsync(Letter letter, CancellationToken stop)
    {
        try
        {
            CultureInfo.CurrentUICulture = letter.Culture;
            await using var scope = all.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<LetterWriter>().WriteAsync(letter) is not { } written) return true;
            var failure = await SendAsync(scope.ServiceProvider.GetRequiredService<MailSender>(), written, stop);
            if (failure is not null) log.LogError("The mail {Kind} to {User} was not sent. {Reason}", letter.Kind, written.User.UserName, failure);
            await scope.ServiceProvider.GetRequiredService<AccountChanges>().NoteAsync(written.User, failure is null ? Sent : NotSent, failure ?? letter.Kind.ToString());
            return true;
        }
        catch (Exception bug) when (bug is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // The edge of the background work: one letter must not keep the next from going out.
            log.LogError(bug, "The mail {Kind} could not be written.", letter.Kind);
            return false;
        }
    }

    /// <returns>Why it was not sent, or null.</returns>
    private static async Task<string?> SendAsync(MailSender sender, WrittenLetter written, CancellationToken stop)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await sender.SendAsync(written.Mail, stop);
                return null;
            }
            catch (MailException trouble)
            {
                if (tries == Pauses.Length) return trouble.Message;
                await Task.Delay(Pauses[tries], stop);
            }
        }
    }
}
