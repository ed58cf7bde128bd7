namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>How much a form may send.</summary>
internal static class FormLimits
{
    /// <summary>Bytes of one form: a book of a thousand pages.</summary>
    public const int Body = 8 * 1024 * 1024;
    public const int Entries = 8_192;
}
