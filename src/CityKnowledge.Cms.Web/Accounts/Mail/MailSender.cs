using System.Globalization;
using System.Net.Sockets;
using CityKnowledge.Cms.Content.Items;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CityKnowledge.Cms.Web.Accounts.Mail;

/// <summary>Hands mails to the mail server, or writes them into a folder of the site when none is set.</summary>
internal sealed class MailSender(MailSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <exception cref="MailException">The mail did not go out.</exception>
    public async Task SendAsync(MimeMessage mail, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            if (settings.HasServer) await HandOverAsync(mail, patience.Token);
            else await WriteAsync(mail, patience.Token);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new MailException($"The mail server {settings.Host}:{settings.Port} did not answer in time.", late);
        }
        catch (Exception trouble) when (trouble is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or SocketException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new MailException(settings.HasServer ? $"The mail server {settings.Host}:{settings.Port} refused: {trouble.Message}" : trouble.Message, trouble);
        }
    }

    private async Task HandOverAsync(MimeMessage mail, CancellationToken cancel)
    {
        using var server = new SmtpClient();
        await server.ConnectAsync(settings.Host, settings.Port, settings.Security, cancel);
        if (settings.UserName.Length > 0) await server.AuthenticateAsync(settings.UserName, settings.Password, cancel);
        await server.SendAsync(mail, cancel);
        await server.DisconnectAsync(quit: true, cancel);
    }

    private async Task WriteAsync(MimeMessage mail, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(settings.Folder).FullName;
        var name = DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + "-" + ContentId.New();
        // Under its last name only when it is complete: someone may be watching the folder.
        await mail.WriteToAsync(Path.Combine(folder, name + ".part"), cancel);
        File.Move(Path.Combine(folder, name + ".part"), Path.Combine(folder, name + ".eml"));
    }
}
