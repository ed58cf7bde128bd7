namespace CityKnowledge.Cms.Content.Items;

/// <summary>Names what <c>CommonPart</c> lets people change: it stands on the item itself, not in the part.</summary>
public static class ItemFacts
{
    public const string Part = "CommonPart";
    public const string Owner = "Owner";
    public const string Created = "CreatedUtc";

    /// <summary>Where a problem with the owner is shown.</summary>
    public const string OwnerPath = Part + "." + Owner;
}
