namespace CityKnowledge.Cms.Web.Parts.Alias;

/// <summary>Who writes the alias.</summary>
internal enum AliasPartOptions
{
    Editable,
    GeneratedDisabled,
}
