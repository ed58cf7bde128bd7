using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Objects;

/// <summary><c>HttpContext</c>: what templates noted for each other while making one page.</summary>
internal sealed class HttpContextObject : TemplateObject
{
    protected override ValueTask<FluidValue> MemberAsync(string name, PageContext context) =>
        new(name == "Items" ? LiquidValues.Of(context.Page.Notes.ToDictionary(note => note.Key, object? (note) => note.Value)) : NilValue.Instance);
}
