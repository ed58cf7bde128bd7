using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Taxonomies;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ item.Content.Practice.Themes | taxonomy_terms }}</c>: the terms chosen in a field; or of ids and a taxonomy's id.</summary>
internal sealed class TaxonomyTermsFilter(TaxonomyReader taxonomies) : LiquidFilter
{
    public override string Name => "taxonomy_terms";

    public override async ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        var (taxonomyId, ids) = input switch
        {
            LiquidJson { Json: var field } => (field.Get("TaxonomyContentItemId").AsText(), field.Get("TermContentItemIds").AsTexts()),
            ArrayValue list => (arguments.At(0).ToStringValue(), list.Values.Select(id => id.ToStringValue())),
            _ => (null, []),
        };
        if (string.IsNullOrEmpty(taxonomyId) || await taxonomies.FindAsync(taxonomyId) is not { } taxonomy) return ArrayValue.Empty;
        if (!page.Page.MayView(taxonomy.Item)) return ArrayValue.Empty;
        return new ArrayValue([.. ids.Select(taxonomy.Find).OfType<Term>().Select(term => new LiquidItem(term.Item))]);
    }
}
