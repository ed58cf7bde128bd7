namespace CityKnowledge.Cms.Web.Settings;

/// <summary>A setting has a value that cannot be used; the message says which key and what would be allowed.</summary>
public sealed class SettingException(string message) : Exception(message);
