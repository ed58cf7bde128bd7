namespace CityKnowledge.Cms.Web.Parts.Title;

/// <summary>Who writes the title.</summary>
internal enum TitlePartOptions
{
    Editable,
    GeneratedDisabled,
    GeneratedHidden,
    EditableRequired,
}
