using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Taxonomies;

namespace CityKnowledge.Cms.Tests.Demo;

/// <summary>The lists that everything is sorted by are complete.</summary>
[Collection(nameof(DemoSite))]
public sealed class VocabularyTests(DemoSite demo)
{
    private const string Sdg = "SdgTerm";
    private const string Place = "PlaceTerm";
    // UN Statistics Division's list of countries and areas.
    private const int Countries = 249;
    private const int LongestLabel = 120;
    private static readonly int[] TargetsOfGoals = [7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19];

    [Fact]
    public async Task There_are_17_goals_with_their_169_targets()
    {
        var goals = (await ReadAsync("sdg")).Roots;

        Assert.Equal(Enumerable.Range(1, 17).Select(number => $"{number}"), goals.Select(goal => Text(goal, Sdg, "Code")));
        Assert.Equal(TargetsOfGoals, goals.Select(goal => goal.Children.Count));
        Assert.Equal(169, goals.Sum(goal => goal.Children.Count));
    }

    [Fact]
    public async Task Every_goal_and_target_has_its_code_the_address_of_the_UN_and_a_short_label()
    {
        var terms = (await ReadAsync("sdg")).Terms.ToList();

        Assert.All(terms, term =>
        {
            var code = Text(term, Sdg, "Code");
            Assert.Equal($"http://metadata.un.org/sdg/{code}", Text(term, Sdg, "Iri"));
            Assert.InRange(term.Item.DisplayText?.Length ?? 0, 3, LongestLabel);
            if (term.Parent is { } goal) Assert.StartsWith(Text(goal, Sdg, "Code") + ".", code, StringComparison.Ordinal);
        });
        Assert.Equal(terms.Count, terms.DistinctBy(term => Text(term, Sdg, "Code")).Count());
    }

    [Fact]
    public async Task Goals_have_names_in_the_languages_of_the_UN()
    {
        string[] names = ["NameAr", "NameZh", "NameFr", "NameRu", "NameEs"];

        Assert.All((await ReadAsync("sdg")).Roots, goal => Assert.Equal(6, names.Select(name => Text(goal, Sdg, name)).Append(goal.Item.DisplayText!).Where(name => name.Length > 2).Distinct().Count()));
    }

    [Fact]
    public async Task Every_country_has_its_M49_and_ISO_codes()
    {
        var countries = (await ReadAsync("places")).Terms.Where(place => Text(place, Place, "Kind") == "country").ToList();

        Assert.True(countries.Count >= Countries, $"{countries.Count} countries");
        foreach (var (code, form) in new[] { ("Code", "^[0-9]{3}$"), ("Iso2", "^[A-Z]{2}$"), ("Iso3", "^[A-Z]{3}$") })
        {
            Assert.All(countries, country => Assert.Matches(form, Text(country, Place, code)));
            Assert.Equal(countries.Count, countries.DistinctBy(country => Text(country, Place, code)).Count());
        }
    }

    private async Task<Taxonomy> ReadAsync(string alias) => Assert.IsType<Taxonomy>(await demo.Site.Get<TaxonomyReader>().FindByAliasAsync(alias));

    private static string Text(Term term, string part, string field) => term.Item.Field(part, field).Get("Text").AsText() ?? "";
}
