using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Content.Queries;

/// <summary>Runs the queries that people store under a name, for every door that offers them.</summary>
public abstract class NamedQueryRunner
{
    /// <summary>The stored queries, in order of their names.</summary>
    public abstract IReadOnlyList<NamedQuery> Queries { get; }

    /// <summary>The query of that name, or null. Case does not matter.</summary>
    public abstract NamedQuery? Find(string name);

    /// <summary>Runs it. Content that the caller may not view is neither given nor counted.</summary>
    /// <param name="parameters">Variables of the template: texts, numbers, booleans, lists of those or JSON elements.</param>
    /// <returns>Null when there is no query of that name.</returns>
    /// <exception cref="BadQueryException">The template, made with these parameters, is no query.</exception>
    public abstract ValueTask<NamedQueryResult?> RunAsync(
        string name, IReadOnlyDictionary<string, object?> parameters, Caller caller, CancellationToken cancel = default);
}

/// <summary>What everyone may know of a stored query.</summary>
/// <param name="Schema">JSON text saying what it gives, as Orchard writes it; null when nothing was said.</param>
/// <param name="ReturnContentItems">Whether the hits are content items; else rows of stored fields.</param>
public sealed record NamedQuery(string Name, string Source, string? Schema, bool ReturnContentItems);

/// <summary>What a stored query found.</summary>
/// <param name="Items">The hits as content items; empty when the query gives rows.</param>
/// <param name="Rows">The hits as stored fields, a list where a field has several values; empty when the query gives items.</param>
/// <param name="Total">How many hits there are in all, not only those given.</param>
public sealed record NamedQueryResult(
    IReadOnlyList<ContentItem> Items, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, int Total);

/// <summary>A query that cannot be understood; the message says where and what would be right.</summary>
public sealed class BadQueryException(string message, Exception? cause = null) : Exception(message, cause);
