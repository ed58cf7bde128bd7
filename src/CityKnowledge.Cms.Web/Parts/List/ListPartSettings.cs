namespace CityKnowledge.Cms.Web.Parts.List;

/// <summary>Settings of a <see cref="ListPart"/>.</summary>
internal sealed class ListPartSettings
{
    public int PageSize { get; set; } = 10;
    public List<string> ContainedContentTypes { get; set; } = [];
    public bool EnableOrdering { get; set; }
    public bool ShowHeader { get; set; }
}
