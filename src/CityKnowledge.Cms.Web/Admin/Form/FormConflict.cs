using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>The screen on which a person decides what becomes of two changes of the same item.</summary>
/// <param name="Screen">What the person sent.</param>
/// <param name="Post">With the choices made so far.</param>
internal sealed record FormConflict(FormScreen Screen, FormClash Clash, FormPost Post)
{
    public ContentItem Present => Clash.Present;

    public string Action => FormTarget.EditAddress(Present.ContentItemId);

    /// <summary>Whether a decision was sent already, and was not complete or came too late.</summary>
    public bool IsAgain => Post.Theirs.Length > 0;

    public string Theirs => FormPost.NameOf(Present.ContentItemVersionId, Present.Stamp);

    /// <summary>What is chosen at first.</summary>
    public FormSide? Chosen(FormDifference difference) => FormMerge.SideOf(difference, Post.Choices);
}
