using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Text;

/// <summary>The values a text field may take; any text when the list is empty.</summary>
internal sealed class TextFieldPredefinedListEditorSettings
{
    [Setting("Choices", Hint = "Empty: any text.")]
    public List<PredefinedOption> Options { get; set; } = [];

    [Setting("Choice for new items", Hint = "Its stored value.")]
    public string? DefaultValue { get; set; }
}

/// <summary>One choice: what is shown and what is stored.</summary>
internal sealed record PredefinedOption(string? Name, string? Value);
