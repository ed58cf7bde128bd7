namespace CityKnowledge.Cms.Web.Liquid;

/// <summary>A template is wrong, or failed while it was rendered; says which file and, when known, which line.</summary>
internal sealed class TemplateException(string file, int? line, string reason, Exception? cause = null)
    : Exception(line is null ? $"{file}: {reason}" : $"{file}, line {line}: {reason}", cause)
{
    /// <summary>Path of the template below its theme.</summary>
    public string File { get; } = file;

    /// <summary>Counted from 1; null when it is not known.</summary>
    public int? Line { get; } = line;
    public string Reason { get; } = reason;
}
