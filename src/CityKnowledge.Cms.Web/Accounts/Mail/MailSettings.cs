using CityKnowledge.Cms.Content;
using CityKnowledge.Cms.Web.Settings;
using MailKit.Security;
using MimeKit;

namespace CityKnowledge.Cms.Web.Accounts.Mail;

/// <summary>How the connection to the mail server is protected; the words are Orchard's.</summary>
internal enum MailEncryption
{
    None,
    SslTls,
    StartTls,
}

/// <summary>How mails leave the site.</summary>
/// <param name="Host">Empty to write mails into a folder.</param>
/// <param name="Sender">Null for an address made from that of the site.</param>
/// <param name="Folder">Where mails are written without a server.</param>
internal sealed record MailSettings(string Host, int Port, MailEncryption Encryption, string UserName, string Password, MailboxAddress? Sender, string Folder)
{
    private const string Section = "OrchardCore:OrchardCore_Email_Smtp";

    public bool HasServer => Host.Length > 0;

    public SecureSocketOptions Security => Encryption switch
    {
        MailEncryption.SslTls => SecureSocketOptions.SslOnConnect,
        MailEncryption.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    public static MailSettings Read(SettingReader settings, SiteFolders folders)
    {
        settings.CheckKeys(Section, "Host", "Port", "EncryptionMethod", "UserName", "Password", "DefaultSender");
        return new MailSettings(
            settings.Text($"{Section}:Host", ""),
            settings.Number($"{Section}:Port", 587, 1, 65535),
            settings.Choice($"{Section}:EncryptionMethod", MailEncryption.StartTls),
            settings.Text($"{Section}:UserName", ""),
            settings.Text($"{Section}:Password", ""),
            ReadSender(settings.Text($"{Section}:DefaultSender", "")),
            Path.Combine(folders.Data, "Mails"));
    }

    private static MailboxAddress? ReadSender(string text) =>
        text.Length == 0 ? null : MailAddresses.Find(text) ?? throw SettingReader.Refuse($"{Section}:DefaultSender", text, "one address such as cms@example.org");
}
