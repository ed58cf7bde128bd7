using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Objects;

/// <summary><c>Site</c>: the settings of the site.</summary>
internal sealed class SiteObject : TemplateObject
{
    protected override ValueTask<FluidValue> MemberAsync(string name, PageContext context)
    {
        var site = context.Page.Site;
        return new(name switch
        {
            "SiteName" => Text(site.SiteName),
            "BaseUrl" => Text(site.BaseUrl),
            "TimeZoneId" => Text(site.TimeZoneId),
            "PageSize" => NumberValue.Create(site.PageSize),
            // Whoever writes a theme may read these; visitors never may.
            "SiteSalt" or "SuperUser" => NilValue.Instance,
            "Properties" => LiquidJson.Of(site.Json),
            _ => Known(site, name),
        });
    }

    private static FluidValue Known(SiteDocument site, string name) => site.Json.Get(name) is { ValueKind: not System.Text.Json.JsonValueKind.Undefined } value
        ? LiquidJson.Of(value, name)
        : name switch
        {
            "MaxPageSize" => NumberValue.Create(100),
            "MaxPagedCount" => NumberValue.Zero,
            "AppendVersion" => BooleanValue.True,
            "UseCdn" => BooleanValue.False,
            _ => NilValue.Instance,
        };
}
