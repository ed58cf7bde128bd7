namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Names of the entries of a form that are no content. Those of content begin with the name of a part.</summary>
internal static class FormEntry
{
    public const string Ticket = "_ticket";
    public const string Version = "_version";
    public const string Stamp = "_stamp";
    public const string Turn = "_turn";
    public const string Base = "_base";
    public const string Zone = "_zone";
    public const string Theirs = "_theirs";
    public const string Of = "_of:";
    public const string Choice = "_choice:";
    public const string Autosave = "_autosave";
    public const string Show = "_show";
    public const string Compare = "_compare";

    /// <summary>Orchard's names of the buttons.</summary>
    public const string Publish = "submit.Publish";
    public const string Save = "submit.Save";
}
