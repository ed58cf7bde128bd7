namespace CityKnowledge.Cms.Web.Parts.Alias;

/// <summary>Settings of a <see cref="AliasPart"/>.</summary>
internal sealed class AliasPartSettings
{
    /// <summary>Liquid; the slug of the display text when empty.</summary>
    public string? Pattern { get; set; }
    public AliasPartOptions Options { get; set; }
}
