using BitFaster.Caching.Lru;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>
/// Remembers which loaded form wrote the present version of an item. When an answer gets lost on the way, the form saves again
/// without knowing of its own last save: that is no conflict. What it sent before and comes late is one, for it is older than
/// what stands there. What is forgotten here only leads to a question too many.
/// </summary>
internal sealed class FormSaves
{
    private const int Kept = 5_000;
    private readonly ConcurrentLru<string, Save> last = new(Kept);

    public void Note(ContentItem saved, FormTicket ticket, long turn) => last.AddOrUpdate(saved.ContentItemId, new Save(saved.ContentItemVersionId, saved.Stamp, ticket.Load, turn));

    /// <summary>Whether the same form wrote the version, in an earlier turn.</summary>
    public bool WroteIt(FormTicket ticket, long turn, ContentItem present) =>
        last.TryGet(present.ContentItemId, out var save) && save == new Save(present.ContentItemVersionId, present.Stamp, ticket.Load, save.Turn) && turn > save.Turn;

    /// <summary>Whether the same form wrote the version, in a later turn.</summary>
    public bool IsLate(FormTicket ticket, long turn, ContentItem present) =>
        last.TryGet(present.ContentItemId, out var save) && save.Load == ticket.Load && turn <= save.Turn;

    private sealed record Save(string? Version, long Stamp, string Load, long Turn);
}
