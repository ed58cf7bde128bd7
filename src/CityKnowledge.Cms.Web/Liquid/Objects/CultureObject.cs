using System.Globalization;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Objects;

/// <summary><c>Culture</c>: the language of the page.</summary>
internal sealed class CultureObject : TemplateObject
{
    protected override ValueTask<FluidValue> MemberAsync(string name, PageContext context)
    {
        var settings = context.Page.Site.Group("LocalizationSettings");
        var culture = context.Page.Culture;
        return new(name switch
        {
            "Name" => Text(culture.Name),
            "NativeName" => Text(culture.NativeName),
            "DisplayName" => Text(culture.DisplayName),
            "TwoLetterISOLanguageName" => Text(culture.TwoLetterISOLanguageName),
            "Dir" => Text(culture.TextInfo.IsRightToLeft ? "rtl" : "ltr"),
            "DefaultCulture" => Text(context.Page.Culture.Name),
            "SupportedCultures" => new ArrayValue([.. Supported(settings, culture)]),
            _ => NilValue.Instance,
        });
    }

    private static IEnumerable<FluidValue> Supported(System.Text.Json.JsonElement settings, CultureInfo culture)
    {
        var names = settings.Get("SupportedCultures").AsTexts().ToArray();
        return (names.Length == 0 ? [culture.Name] : names).Select(StringValue.Create);
    }
}
