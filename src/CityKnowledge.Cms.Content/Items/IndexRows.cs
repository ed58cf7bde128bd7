using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>A public address an item asks for.</summary>
public sealed record PathClaim(string Path, string ContainedId);

/// <summary>Something a field points to.</summary>
/// <param name="Key">The field: see <see cref="FieldKey"/>.</param>
/// <param name="TaxonomyId">The taxonomy when a term is meant, else null.</param>
public sealed record ReferenceTarget(string Key, string TargetId, string? TaxonomyId);

/// <summary>The rows by which one version is found.</summary>
public sealed class IndexRows(ContentDraft draft, long rowId, Func<string, int> keyOf)
{
    public ContentDraft Draft => draft;
    public List<TextRow> Texts { get; } = [];
    public List<NumberRow> Numbers { get; } = [];
    public List<FlagRow> Flags { get; } = [];
    public List<MomentRow> Moments { get; } = [];
    public List<TermRow> Terms { get; } = [];
    public List<ReferenceRow> References { get; } = [];
    public List<ReferenceTarget> Targets { get; } = [];
    public List<PathClaim> Paths { get; } = [];
    public List<string> Aliases { get; } = [];

    public void Text(string key, string? value, int position = 0)
    {
        var folded = Folding.Fold(value);
        var whole = folded is { Length: > TextRow.IndexedLength } ? folded : null;
        Texts.Add(Filled(new TextRow { Value = Folding.Head(folded), Whole = whole }, key, position));
    }

    public void Number(string key, decimal? value) => Numbers.Add(Filled(new NumberRow { Value = (double?)value }, key, 0));

    public void Flag(string key, bool? value) => Flags.Add(Filled(new FlagRow { Value = value }, key, 0));

    public void Moment(string key, DateTime? value) => Moments.Add(Filled(new MomentRow { Value = value }, key, 0));

    public void Term(string key, string termId, string? taxonomyId, int position)
    {
        Terms.Add(Filled(new TermRow { TermId = termId, VocabularyId = taxonomyId }, key, position));
        Targets.Add(new ReferenceTarget(key, termId, taxonomyId));
    }

    public void Reference(string key, string targetId, int position = 0)
    {
        References.Add(Filled(new ReferenceRow { TargetId = targetId }, key, position));
        Targets.Add(new ReferenceTarget(key, targetId, null));
    }

    /// <summary>Asks for an address; it is stored without a leading slash and in lower case.</summary>
    public void Path(string path, string containedId = "") => Paths.Add(new PathClaim(path.Trim('/').ToLowerInvariant(), containedId));

    public void Alias(string alias) => Aliases.Add(Folding.Fold(alias)!);

    private TRow Filled<TRow>(TRow row, string key, int position)
        where TRow : ValueRow
    {
        (row.RowId, row.KeyId, row.Position) = (rowId, keyOf(key), position);
        (row.Latest, row.Published) = (draft.Latest, draft.Published);
        return row;
    }
}
