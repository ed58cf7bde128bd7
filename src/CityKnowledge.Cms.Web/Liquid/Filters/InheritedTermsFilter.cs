using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ term | inherited_terms: taxonomyId }}</c>: the term and those above it, nearest first.</summary>
internal sealed class InheritedTermsFilter(TaxonomyReader taxonomies) : LiquidFilter
{
    public override string Name => "inherited_terms";

    public override async ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        var termId = LiquidValues.Item(input)?.ContentItemId ?? input.ToStringValue();
        if (await taxonomies.FindAsync(arguments.At(0).ToStringValue()) is not { } taxonomy || taxonomy.Find(termId) is not { } term) return NilValue.Instance;
        if (!page.Page.MayView(taxonomy.Item)) return NilValue.Instance;
        return new ArrayValue([.. term.Ancestors.Prepend(term).Select(above => new LiquidItem(above.Item))]);
    }
}
