using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Objects;

/// <summary><c>Environment</c>: whether the site runs for developers or for the world.</summary>
internal sealed class EnvironmentObject : TemplateObject
{
    protected override ValueTask<FluidValue> MemberAsync(string name, PageContext context)
    {
        var environment = context.Page.Http.RequestServices.GetRequiredService<IHostEnvironment>();
        return new(name switch
        {
            "IsDevelopment" => Flag(environment.IsDevelopment()),
            "IsStaging" => Flag(environment.IsStaging()),
            "IsProduction" => Flag(environment.IsProduction()),
            "Name" => Text(environment.EnvironmentName),
            _ => NilValue.Instance,
        });
    }
}
