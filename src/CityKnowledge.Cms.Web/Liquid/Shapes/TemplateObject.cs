using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>Something with members that templates see; it prints nothing by itself.</summary>
internal abstract class TemplateObject : FluidValue
{
    public override FluidValues Type => FluidValues.Object;

    /// <summary>The member of that name; nil when there is none.</summary>
    protected abstract ValueTask<FluidValue> MemberAsync(string name, PageContext context);

    public sealed override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => MemberAsync(name, (PageContext)context);

    public sealed override ValueTask<FluidValue> GetIndexAsync(FluidValue index, TemplateContext context) => MemberAsync(index.ToStringValue(), (PageContext)context);

    public override bool Equals(FluidValue? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => "";

    public override object ToObjectValue() => this;

    protected static FluidValue Text(string? text) => text is null ? NilValue.Instance : StringValue.Create(text);

    protected static FluidValue Flag(bool flag) => flag ? BooleanValue.True : BooleanValue.False;
}
