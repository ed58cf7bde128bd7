using BitFaster.Caching.Lru;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>
/// Remembers which loaded form wrote the present version of an item. When an answer gets lost on the way, the form saves again
/// without knowing of its own last save: that is no conflict. What is forgotten here only leads to a question too many.
/// </summary>
internal sealed class FormSaves
{
    private const int Kept = 5_000;
    private readonly ConcurrentLru<string, Save> last = new(Kept);

    public void Note(ContentItem saved, FormTicket ticket) => last.AddOrUpdate(saved.ContentItemId, new Save(saved.ContentItemVersionId, saved.Stamp, ticket.Load));

    public bool WroteIt(FormTicket ticket, ContentItem present) =>
        last.TryGet(present.ContentItemId, out var save) && save == new Save(present.ContentItemVersionId, present.Stamp, ticket.Load);

    private sealed record Save(string? Version, long Stamp, string Load);
}
