using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.List;

/// <summary>Settings of a <see cref="ListPart"/>.</summary>
internal sealed class ListPartSettings
{
    [Setting("Items on a page")]
    public int PageSize { get; set; } = 10;

    [Setting("Types of the items it holds", Input = SettingInput.Types)]
    public List<string> ContainedContentTypes { get; set; } = [];

    [Setting("Editors can order the items")]
    public bool EnableOrdering { get; set; }

    [Setting("Its title is shown above the list of items")]
    public bool ShowHeader { get; set; }
}
