using System.Globalization;

namespace CityKnowledge.Cms.Tests.Liquid;

public sealed class FilterTests(FilterSite fixture) : IClassFixture<FilterSite>
{
    public static TheoryData<int, string> Cases => [.. FilterTable.Cases.Select((probe, index) => (index, probe.Liquid))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Templates_show_what_their_author_expects(int index, string liquid)
    {
        var page = await fixture.Site.GetAsync("/probe/" + index.ToString(CultureInfo.InvariantCulture));

        Assert.True("<p>" + FilterTable.Cases[index].Shown + "</p>" == page.ReplaceLineEndings("").Trim(), $"{liquid} shows {page}");
    }
}
