namespace CityKnowledge.Cms.Web.Parts.Common;

/// <summary>Settings of a <see cref="CommonPart"/>.</summary>
internal sealed class CommonPartSettings
{
    public bool DisplayDateEditor { get; set; }
    public bool DisplayOwnerEditor { get; set; }
}
