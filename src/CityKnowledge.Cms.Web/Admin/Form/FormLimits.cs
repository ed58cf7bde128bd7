namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>How much a form may send.</summary>
internal static class FormLimits
{
    /// <summary>Bytes of one form: a book of a thousand pages.</summary>
    public const int Body = 8 * 1024 * 1024;

    /// <summary>Bytes that are read to the end, so that the browser shows the answer instead of a broken line.</summary>
    public const int Drained = 4 * Body;
    public const int Entries = 8_192;

    /// <summary>Whether reading failed because there was too much, and not because it broke off or is no form.</summary>
    // The framework tells of its own limits in words only.
    public static bool AreExceeded(Exception trouble) => trouble is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
        || (trouble is InvalidDataException && trouble.Message.Contains("limit", StringComparison.Ordinal));
}
