using System.Globalization;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Taxonomies;

/// <summary>
/// Gives terms their addresses in the manner of their taxonomy: below their parents' (goals/11/2) or all below the taxonomy's
/// (places/algeria), and ending in the code (2 of 11.2) or in the title.
/// </summary>
internal sealed class TermAddresses(TermTree tree, StorageContext db)
{
    private readonly bool isNested = IsNested(tree);
    private readonly bool endsInCode = EndsInCode(tree);

    /// <summary>Gives a new term its address; none when the terms of this taxonomy have no pages.</summary>
    public async Task SetAsync(TermPlace place, string? wanted, CancellationToken cancel)
    {
        if (tree.Address is null) return;
        var segment = Slug.Make(wanted) is { Length: > 0 } typed ? typed : SegmentOf(place.Term);
        if (segment.Length > 0) await WriteAsync(place, segment, cancel);
    }

    /// <summary>Lets the address follow a changed title or code, or what was typed.</summary>
    /// <param name="before">The term as it was.</param>
    public async Task FollowAsync(TermPlace place, JsonObject before, string? wanted, CancellationToken cancel)
    {
        if (TermTree.PathOf(before) is not { } path)
        {
            await SetAsync(place, wanted, cancel);
            return;
        }

        var present = LastOf(path);
        var typed = Slug.Make(wanted);
        var segment = typed.Length > 0 && typed != present ? typed
            : present == Slug.Make(TermTree.Text(before, "DisplayText")) ? Slug.Make(place.Title)
            : present == TailOf(CodeOf(before)) ? TailOf(CodeOf(place.Term)) ?? present
            : present;
        if (segment.Length > 0 && segment != present) await WriteAsync(place, segment, cancel);
    }

    /// <summary>Lets the addresses of a moved term and of those below it follow its new parent.</summary>
    public async Task MoveAsync(TermPlace place, CancellationToken cancel)
    {
        if (isNested && TermTree.PathOf(place.Term) is { } path) await WriteAsync(place, LastOf(path), cancel);
    }

    private async Task WriteAsync(TermPlace place, string segment, CancellationToken cancel)
    {
        var parent = isNested && place.Parent is { } above ? TermTree.PathOf(above) ?? tree.Address : tree.Address;
        var before = TermTree.PathOf(place.Term);
        var path = $"{parent}/{segment}";
        if (path == before) return;
        path = await FreeAsync(path, place, cancel);
        Put(place.Term, path);
        if (before is null) return;
        foreach (var below in TermTree.Descendants(place.Term).ToList())
        {
            if (TermTree.PathOf(below.Term) is { } former && former.StartsWith(before + "/", StringComparison.OrdinalIgnoreCase)) Put(below.Term, path + former[before.Length..]);
        }
    }

    private async Task<string> FreeAsync(string path, TermPlace place, CancellationToken cancel)
    {
        var candidate = path;
        for (var number = 2; await IsTakenAsync(candidate, place, cancel); number++) candidate = path + "-" + number.ToString(CultureInfo.InvariantCulture);
        return candidate;
    }

    private async Task<bool> IsTakenAsync(string path, TermPlace place, CancellationToken cancel)
    {
        if (tree.All().Any(other => other.Id != place.Id && string.Equals(TermTree.PathOf(other.Term), path, StringComparison.OrdinalIgnoreCase))) return true;
        var (folded, taxonomy) = (path.ToLowerInvariant(), tree.TaxonomyId);
        return await db.Paths.AnyAsync(row => row.Path == folded && row.DocumentId != taxonomy && row.State != PathState.Former, cancel);
    }

    private string SegmentOf(JsonObject term) => endsInCode && TailOf(CodeOf(term)) is { } tail ? tail : Slug.Make(TermTree.Text(term, "DisplayText"));

    private static void Put(JsonObject term, string path)
    {
        if (term["AutoroutePart"] is not JsonObject route)
        {
            term["AutoroutePart"] = route = new JsonObject { ["SetHomepage"] = false, ["Disabled"] = false, ["RouteContainedItems"] = false, ["Absolute"] = true };
        }

        route["Path"] = path;
    }

    // A taxonomy without any children yet will have nested addresses.
    private static bool IsNested(TermTree tree)
    {
        var children = tree.All().Where(place => place.Parent is not null && TermTree.PathOf(place.Term) is not null).ToList();
        return children.Count == 0 || children.Any(place => TermTree.PathOf(place.Parent!) is { } parent && TermTree.PathOf(place.Term)!.StartsWith(parent + "/", StringComparison.OrdinalIgnoreCase));
    }

    private static bool EndsInCode(TermTree tree)
    {
        var routed = tree.All().Select(place => place.Term).Where(term => TermTree.PathOf(term) is not null && CodeOf(term) is not null).ToList();
        return routed.Count > 0 && routed.Count(term => LastOf(TermTree.PathOf(term)!) == TailOf(CodeOf(term))) * 2 > routed.Count;
    }

    /// <summary>The code of a term: the field Code of its own part.</summary>
    public static string? CodeOf(JsonObject term) =>
        TermTree.Text(term, "ContentType") is { } type && TermTree.Text(term[type]?["Code"], "Text")?.Trim() is { Length: > 0 } code ? code : null;

    private static string LastOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string? TailOf(string? code) => code is null ? null : Slug.Make(code[(code.LastIndexOf('.') + 1)..]) is { Length: > 0 } tail ? tail : null;
}
