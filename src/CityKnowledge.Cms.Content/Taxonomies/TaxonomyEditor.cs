using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Content.Taxonomies;

/// <summary>Changes the terms of taxonomies in the name of a caller.</summary>
public sealed class TaxonomyEditor(TaxonomyChanges changes, ItemCheck check, LiquidRights liquid)
{
    /// <summary>Adds a term.</summary>
    /// <param name="stamp">The stamp of the version of the taxonomy that the caller saw.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="InvalidContentException">Something that was entered is wrong.</exception>
    public async Task<string> AddAsync(Caller caller, string taxonomyId, long stamp, TermTarget target, TermValues values, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(values);
        var id = ContentId.New();
        await changes.RunAsync(caller, taxonomyId, stamp, "TermAdded", async change =>
        {
            var parent = target.ParentId is { Length: > 0 } above ? change.Tree.Get(above, "Parent").Term : null;
            var place = new TermPlace(Empty(id, change), change.Tree.ListBelow(parent), parent);
            Write(change, place, values);
            place.Siblings.Insert(target.IsFirst ? 0 : place.Siblings.Count, place.Term);
            if (change.TermType.FindPart("AutoroutePart") is not null) await change.Addresses().SetAsync(place, values.Address, cancel);
            Check(caller, change.TermType, place.Term, stored: null);
            return place.Title;
        }, cancel);
        return id;
    }

    /// <summary>Renames a term and sets its fields; its address follows, and the old one leads to the new.</summary>
    public Task EditAsync(Caller caller, string taxonomyId, long stamp, string termId, TermValues values, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        return changes.RunAsync(caller, taxonomyId, stamp, "TermChanged", async change =>
        {
            var place = change.Tree.Get(termId);
            var (before, addresses) = (place.Term.DeepClone().AsObject(), change.Addresses());
            Write(change, place, values);
            if (change.TermType.FindPart("AutoroutePart") is not null) await addresses.FollowAsync(place, before, values.Address, cancel);
            Check(caller, change.TermType, place.Term, before);
            return place.Title;
        }, cancel);
    }

    /// <summary>Puts a term, with all below it, under another parent.</summary>
    public Task MoveAsync(Caller caller, string taxonomyId, long stamp, string termId, TermTarget target, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return changes.RunAsync(caller, taxonomyId, stamp, "TermMoved", async change =>
        {
            var (place, addresses) = (change.Tree.Get(termId), change.Addresses());
            var parent = target.ParentId is { Length: > 0 } above ? change.Tree.Get(above, "Parent").Term : null;
            if (parent == place.Term || TermTree.Descendants(place.Term).Any(below => below.Term == parent)) throw TaxonomyChange.Wrong("Parent", $"A term cannot be moved below itself.");
            var list = change.Tree.ListBelow(parent);
            if (parent != place.Parent) RefuseDouble(list, place);
            place.Siblings.Remove(place.Term);
            list.Insert(target.IsFirst ? 0 : list.Count, place.Term);
            if (parent != place.Parent) await addresses.MoveAsync(place with { Siblings = list, Parent = parent }, cancel);
            return place.Title;
        }, cancel);
    }

    /// <summary>Moves a term among its neighbours.</summary>
    /// <param name="steps">-1 for one place up.</param>
    public Task ShiftAsync(Caller caller, string taxonomyId, long stamp, string termId, int steps, CancellationToken cancel = default) =>
        changes.RunAsync(caller, taxonomyId, stamp, "TermMoved", change =>
        {
            var place = change.Tree.Get(termId);
            var at = place.Siblings.IndexOf(place.Term);
            place.Siblings.RemoveAt(at);
            place.Siblings.Insert(Math.Clamp(at + steps, 0, place.Siblings.Count), place.Term);
            return Task.FromResult(place.Title);
        }, cancel);

    /// <summary>Says until when a term is meant for new items; it stays on those that have it.</summary>
    /// <param name="validTo">Null to bring it back into use.</param>
    /// <param name="replacedBy">The term to be used instead, or null.</param>
    public Task DeprecateAsync(Caller caller, string taxonomyId, long stamp, string termId, DateOnly? validTo, string? replacedBy, CancellationToken cancel = default) =>
        changes.RunAsync(caller, taxonomyId, stamp, validTo is null ? "TermRevived" : "TermDeprecated", change =>
        {
            var place = change.Tree.Get(termId);
            if (replacedBy == termId) throw TaxonomyChange.Wrong("ReplacedBy", $"A term cannot replace itself.");
            if (validTo is null) place.Term.Remove(Term.Deprecation);
            else place.Term[Term.Deprecation] = Deprecation(change, validTo.Value, replacedBy);
            return Task.FromResult(place.Title);
        }, cancel);

    /// <summary>Deletes a term and all below it, as long as no item has any of them.</summary>
    /// <exception cref="InvalidContentException">One of them is used, or replaces another.</exception>
    public Task DeleteAsync(Caller caller, string taxonomyId, long stamp, string termId, CancellationToken cancel = default) =>
        changes.RunAsync(caller, taxonomyId, stamp, "TermDeleted", async change =>
        {
            var place = change.Tree.Get(termId);
            var gone = TermTree.Descendants(place.Term).Append(place).Select(term => term.Id).ToHashSet(StringComparer.Ordinal);
            var used = await TermUse.CountAsync(change.Db, gone, cancel);
            if (used.Count > 0) throw TaxonomyChange.Wrong("", $"The term or one below it is used {used.Values.Sum()} times. Take it out of use instead, or give those items another term first.");
            var leaning = change.Tree.All().FirstOrDefault(term => !gone.Contains(term.Id) && TermTree.Text(term.Term[Term.Deprecation], "ReplacedBy") is { } by && gone.Contains(by));
            if (leaning is not null) throw TaxonomyChange.Wrong("", $"'{leaning.Title}' says that it is replaced by this term. Change that first.");
            place.Siblings.Remove(place.Term);
            return place.Title;
        }, cancel);

    private static JsonObject Empty(string id, TaxonomyChange change) => new()
    {
        ["ContentItemId"] = id,
        ["ContentItemVersionId"] = null,
        ["ContentType"] = change.TermType.Name,
        ["DisplayText"] = "",
        ["Latest"] = false,
        ["Published"] = false,
        ["ModifiedUtc"] = null,
        ["PublishedUtc"] = null,
        ["CreatedUtc"] = null,
        ["Owner"] = null,
        ["Author"] = null,
        ["TitlePart"] = new JsonObject(),
        ["TermPart"] = new JsonObject { ["TaxonomyContentItemId"] = change.Tree.TaxonomyId },
    };

    private static void Write(TaxonomyChange change, TermPlace place, TermValues values)
    {
        var title = values.Title?.Trim() ?? "";
        if (title.Length == 0) throw TaxonomyChange.Wrong("Title", $"A term needs a name.");
        if (title.Length > 255) throw TaxonomyChange.Wrong("Title", $"A name has at most 255 characters.");
        if (title.Any(char.IsControl)) throw TaxonomyChange.Wrong("Title", $"A name has no line breaks or control characters.");
        place.Term["DisplayText"] = title;
        if (place.Term["TitlePart"] is not JsonObject part) place.Term["TitlePart"] = part = [];
        part["Title"] = title;
        SettingsMerge.Set(place.Term, values.Parts);
        RefuseDouble(place.Siblings, place);
        var code = TermAddresses.CodeOf(place.Term);
        if (code is not null && change.Tree.All().FirstOrDefault(other => other.Id != place.Id && string.Equals(TermAddresses.CodeOf(other.Term), code, StringComparison.OrdinalIgnoreCase)) is { } holder)
        {
            throw TaxonomyChange.Wrong($"{change.TermType.Name}.Code.Text", $"'{holder.Title}' has the code {code} already.");
        }
    }

    private static void RefuseDouble(JsonArray list, TermPlace place)
    {
        if (list.OfType<JsonObject>().Any(other => other != place.Term && Folding.Fold(TermTree.Text(other, "DisplayText")) == Folding.Fold(place.Title)))
        {
            throw TaxonomyChange.Wrong("Title", $"There is a term '{place.Title}' in that place already.");
        }
    }

    private void Check(Caller caller, TypeDefinition type, JsonObject term, JsonObject? stored)
    {
        var content = JsonSerializer.SerializeToElement(term);
        IReadOnlyList<ContentProblem> problems = [.. check.Check(type, content, complete: true), .. liquid.FindForbidden(caller, type, () => content, stored is null ? default : JsonSerializer.SerializeToElement(stored))];
        if (problems.Count > 0) throw new InvalidContentException(problems);
    }

    private static JsonObject Deprecation(TaxonomyChange change, DateOnly validTo, string? replacedBy)
    {
        var made = new JsonObject { ["ValidTo"] = validTo.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) };
        if (!string.IsNullOrEmpty(replacedBy)) made["ReplacedBy"] = change.Tree.Get(replacedBy, "ReplacedBy").Id;
        return made;
    }
}
