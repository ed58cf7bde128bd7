using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Numeric;

/// <summary>Settings of a <see cref="NumericField"/>.</summary>
internal sealed class NumericFieldSettings
{
    [Setting("Hint", Hint = "A sentence shown under the field.")]
    public string? Hint { get; set; }

    [Setting("Required to publish", Hint = "An item cannot be published without it; drafts may lack it.")]
    public bool Required { get; set; }

    /// <summary>Most decimal places; 0 for whole numbers.</summary>
    [Setting("Decimal places", Hint = "0 for whole numbers.")]
    public int Scale { get; set; }

    [Setting("Smallest value")]
    public decimal? Minimum { get; set; }

    [Setting("Largest value")]
    public decimal? Maximum { get; set; }

    [Setting("Example", Hint = "Shown in the empty field.")]
    public string? Placeholder { get; set; }

    [Setting("Value for new items")]
    public string? DefaultValue { get; set; }
}
