using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;

namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>
/// The schema of the content types in force. It is built in the background as soon as they change; a request that comes
/// earlier waits for it, so that nobody is answered by old definitions.
/// </summary>
internal sealed class SchemaSource
{
    private readonly TypeCatalogue types;
    private readonly SchemaBuilder builder;
    private readonly Lock gate = new();
    private volatile Work? current;

    public SchemaSource(TypeCatalogue types, SchemaBuilder builder, ChangeFeed feed)
    {
        (this.types, this.builder) = (types, builder);
        feed.Changed += BuildAhead;
    }

    public Task<BuiltSchema> GetAsync() => Find(types.Current).Schema;

    private Work Find(ContentTypes source)
    {
        if (current is { } work && ReferenceEquals(work.Source, source)) return work;
        lock (gate)
        {
            if (current is { } other && ReferenceEquals(other.Source, source)) return other;
            return current = new Work(source, Task.Run(() => builder.Build(source)));
        }
    }

    private void BuildAhead(IReadOnlyList<ChangeRow> changes)
    {
        if (changes.Any(TypeCatalogue.Concerns)) Find(types.Current);
    }

    private sealed record Work(ContentTypes Source, Task<BuiltSchema> Schema);
}
