namespace CityKnowledge.Cms.Web.Fields.Numeric;

/// <summary>Settings of a <see cref="NumericField"/>.</summary>
internal sealed class NumericFieldSettings
{
    public string? Hint { get; set; }
    public bool Required { get; set; }

    /// <summary>Most decimal places; 0 for whole numbers.</summary>
    public int Scale { get; set; }
    public decimal? Minimum { get; set; }
    public decimal? Maximum { get; set; }
    public string? Placeholder { get; set; }
    public string? DefaultValue { get; set; }
}
