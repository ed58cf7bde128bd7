namespace CityKnowledge.Cms.Web.Fields.Taxonomy;

/// <summary>Settings of a <see cref="TaxonomyField"/>.</summary>
internal sealed class TaxonomyFieldSettings
{
    public string? Hint { get; set; }
    public bool Required { get; set; }
    public string? TaxonomyContentItemId { get; set; }
    public bool Unique { get; set; }
    public bool LeavesOnly { get; set; }
}
