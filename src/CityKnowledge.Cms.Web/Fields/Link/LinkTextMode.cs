namespace CityKnowledge.Cms.Web.Fields.Link;

/// <summary>Whether a link has a text of its own.</summary>
internal enum LinkTextMode
{
    Optional,
    Required,
    Static,
    Url,
}
