namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>A question before something that is hard to undo. It is a page of its own; scripts show the same form in a dialog.</summary>
/// <param name="Question">The heading: "Delete 'Bees on roofs'?".</param>
/// <param name="Consequence">What happens then.</param>
/// <param name="Button">The verb on the button.</param>
/// <param name="Cancel">Where "Cancel" leads.</param>
internal sealed record Confirmation(string Question, string Consequence, string Button, string Cancel)
{
    /// <summary>Where the form is sent; null for the address of the page itself.</summary>
    public string? Action { get; init; }

    /// <summary>Whether nothing is taken away.</summary>
    public bool IsHarmless { get; init; }

    /// <summary>Sent along: name → values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fields { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What it is about, when there are several.</summary>
    public IReadOnlyList<string> Things { get; init; } = [];
}
