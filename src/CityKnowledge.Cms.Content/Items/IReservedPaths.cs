namespace CityKnowledge.Cms.Content.Items;

/// <summary>Knows the addresses that the site answers itself: an item there could not be reached.</summary>
public interface IReservedPaths
{
    /// <param name="path">As items have it: without the slash at its beginning.</param>
    bool IsReserved(string path);
}
