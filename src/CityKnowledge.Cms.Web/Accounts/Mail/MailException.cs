namespace CityKnowledge.Cms.Web.Accounts.Mail;

/// <summary>A mail could not be sent; the message says why, for the administrator.</summary>
public sealed class MailException(string message, Exception? cause = null) : Exception(message, cause);
