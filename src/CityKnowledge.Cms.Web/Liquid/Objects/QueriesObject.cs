using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Objects;

/// <summary><c>Queries</c>: stored queries by name, for the <c>query</c> filter.</summary>
internal sealed class QueriesObject : TemplateObject
{
    protected override ValueTask<FluidValue> MemberAsync(string name, PageContext context) => new(new QueryName(name));

    /// <summary>The name of a stored query, whether there is one or not.</summary>
    internal sealed class QueryName(string name) : TemplateObject
    {
        public string Name => name;

        public override string ToStringValue() => name;

        protected override ValueTask<FluidValue> MemberAsync(string member, PageContext context) => new(member == "Name" ? Text(name) : NilValue.Instance);
    }
}
