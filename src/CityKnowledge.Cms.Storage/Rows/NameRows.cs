namespace CityKnowledge.Cms.Storage.Rows;

/// <summary>The number that stands for a key such as <c>City.City.Population</c> in the value tables.</summary>
public sealed class KeyRow
{
    public int Id { get; set; }
    public required string Name { get; set; }
}

/// <summary>State of an address.</summary>
public enum PathState
{
    /// <summary>Claimed by a draft only.</summary>
    Draft = 0,
    Published = 1,
    /// <summary>Used before; leads to the present address of the same document.</summary>
    Former = 2,
}

/// <summary>A public address of a document, or of something contained in it.</summary>
public sealed class PathRow
{
    /// <summary>Lower case, without leading slash.</summary>
    public required string Path { get; set; }
    public required string DocumentId { get; set; }

    /// <summary>Empty for the document itself, else the id of the contained document.</summary>
    public string ContainedId { get; set; } = "";
    public PathState State { get; set; }
}

/// <summary>A short name for a document.</summary>
public sealed class AliasRow
{
    public required string Alias { get; set; }
    public required string DocumentId { get; set; }
    public bool Published { get; set; }
}

/// <summary>A named JSON document that has no versions: definitions, settings, roles.</summary>
public sealed class SettingRow
{
    public required string Name { get; set; }
    public required string Body { get; set; }
    public long Stamp { get; set; }
}
