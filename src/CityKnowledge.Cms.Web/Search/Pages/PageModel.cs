using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Liquid;
using CityKnowledge.Cms.Web.Search.Documents;
using CityKnowledge.Cms.Web.Search.Indexes;

namespace CityKnowledge.Cms.Web.Search.Pages;

/// <summary>Makes what the templates of the search page show.</summary>
internal sealed class PageModel(SearchIndexes indexes, PageSearch search, ContentReader reader)
{
    private const int MostPageSize = 50;

    /// <summary>The index of that name; without one, the first index of published items.</summary>
    public SearchIndex? FindIndex(string? name, bool isNamed) =>
        indexes.Find(name) ?? (isNamed ? null : indexes.All.Where(index => !index.Definition.IndexLatest).MinBy(index => index.Name, StringComparer.Ordinal));

    /// <summary>The members of <c>Model</c> in <c>Search__List</c>.</summary>
    public async ValueTask<Dictionary<string, object?>> MakeAsync(HttpContext context, SearchIndex? index, SiteDocument site)
    {
        var group = site.Group("SearchSettings");
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["PageTitle"] = group.Get("PageTitle").AsText(),
            ["Placeholder"] = group.Get("Placeholder").AsText(),
            ["Index"] = index?.Name,
            ["Terms"] = context.Request.Query["Terms"].ToString().Trim(),
        };
        model["SearchForm"] = new ThemeShape("Search__Form", new Dictionary<string, object?>(model, StringComparer.Ordinal));
        if (index?.Live is null)
        {
            model["Message"] = index is null ? "There is no search index here." : "The search index is being made. Please try again in a moment.";
            return model;
        }

        var form = SearchForm.Read(context.Request.Query, index.Rules.FacetTerms);
        if (!form.IsEmpty) await AddResultsAsync(model, context, index, form, OptionsOf(site));
        return model;
    }

    private static PageOptions OptionsOf(SiteDocument site)
    {
        var settings = site.Group("LuceneSettings");
        var fields = settings.Get("DefaultSearchFields").AsTexts().ToList();
        return new PageOptions(
            fields.Count > 0 ? fields : [ItemFields.FullText],
            settings.Get("AllowLuceneQueriesInSearch").AsFlag() ?? false,
            Math.Clamp(site.PageSize, 1, MostPageSize));
    }

    private async ValueTask AddResultsAsync(Dictionary<string, object?> model, HttpContext context, SearchIndex index, SearchForm form, PageOptions options)
    {
        if (search.Find(index, form, options, context.GetCaller()) is not { } hits) return;
        // A page that was there when the link was made: the last one is nearest.
        if (hits is { Ids.Length: 0, Total: > 0 })
        {
            form = form with { Page = Math.Clamp((hits.Total + options.PageSize - 1) / options.PageSize, 1, SearchForm.LastPage) };
            hits = search.Find(index, form, options, context.GetCaller()) ?? hits;
        }

        var items = await reader.ListPublishedAsync(hits.Ids);
        model["Total"] = hits.Total;
        model["Facets"] = FacetLinks.Of(index.Rules.FacetTerms, form, hits);
        model["SearchResults"] = new ThemeShape("Search__Results", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Terms"] = form.Terms,
            ["Total"] = hits.Total,
            ["ContentItems"] = items,
            ["Snippets"] = Snippets(index, form, items),
        });
        model["Pager"] = new ThemeShape("Pager", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Page"] = form.Page,
            ["PageSize"] = options.PageSize,
            ["TotalItemCount"] = Math.Min(hits.Total, SearchForm.LastPage * options.PageSize),
            ["Query"] = "&" + form.ToString()[1..],
        });
    }

    private static Dictionary<string, object?> Snippets(SearchIndex index, SearchForm form, IReadOnlyList<ContentItem> items)
    {
        var highlighter = new Highlighter(index.Analyzers.Query, form.Terms);
        return items.ToDictionary(item => item.ContentItemId, item => (object?)highlighter.Make(Texts(item, index.Rules.Plan)), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Texts(ContentItem item, DocumentPlan plan)
    {
        // A summary says most in least; what it lacks may stand in the other texts.
        var summary = item.Field("Knowledge", "Summary").Get("Text").AsText();
        return (summary is null ? [] : new[] { FullText.Plain(summary, MemberKind.Text) })
            .Concat(FullText.Texts(item, plan).Where(text => text != summary)).Append(FullText.BodyOf(item));
    }
}
