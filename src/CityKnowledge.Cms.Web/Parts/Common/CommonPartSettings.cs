using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.Common;

/// <summary>Settings of a <see cref="CommonPart"/>.</summary>
internal sealed class CommonPartSettings
{
    [Setting("Editors can change the date of creation")]
    public bool DisplayDateEditor { get; set; }

    [Setting("Editors can change the owner")]
    public bool DisplayOwnerEditor { get; set; }
}
