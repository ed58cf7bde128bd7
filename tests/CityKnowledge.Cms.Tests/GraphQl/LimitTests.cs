using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace CityKnowledge.Cms.Tests.GraphQl;

public sealed class LimitTests(GraphQlSite cms) : IClassFixture<GraphQlSite>
{
    // Generous for a busy machine; each takes a few milliseconds.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    public static TheoryData<string, string> Attacks { get; } = new()
    {
        { "400 kB of nested braces", new string('{', 400_000) },
        { "nested fields", Repeat("{ a ", 40_000) },
        { "nested lists in an argument", "{ practice(where: " + new string('[', 45_000) },
        { "nested objects in an argument", "{ practice(where: " + Repeat("{NOT:", 19_000) },
        { "1,000 aliases of a list", "{ " + string.Concat(Enumerable.Range(0, 1000).Select(i => $"a{i}: practice {{ displayText }} ")) + "}" },
        { "1,000 aliases of a field", "{ practice { " + string.Concat(Enumerable.Range(0, 1000).Select(i => $"a{i}: displayText ")) + "} }" },
        { "the same field 40,000 times", "{ practice { " + Repeat("owner ", 16_000) + "} }" },
        { "a fragment in itself", "{ practice { ...A } } fragment A on Practice { displayText ...A }" },
        { "fragments in a circle", "{ practice { ...A } } fragment A on Practice { ...B } fragment B on Practice { ...C } fragment C on Practice { ...A }" },
        { "fragments that double 30 times", "{ practice { ...F0 } } " + string.Concat(Enumerable.Range(0, 30).Select(i => $"fragment F{i} on Practice {{ ...F{i + 1} ...F{i + 1} }} ")) + "fragment F30 on Practice { displayText }" },
        { "lists in lists", "{ practice(first: 1000) { cities { contentItems(first: 1000) { displayText } } } }" },
        { "too many conditions", "{ practice(where: { OR: [" + Repeat("{ owner: \"a\" }", 2_000) + "] }) { displayText } }" },
        { "too many values", "{ practice(where: { owner_in: [" + Repeat("\"a\" ", 2_000) + "] }) { displayText } }" },
        { "a negative number", "{ practice(first: -1) { displayText } }" },
        { "a number too big for the type", "{ practice(first: 99999999999999999999) { displayText } }" },
        { "a negative number deeper down", "{ practice { cities { contentItems(last: -5) { displayText } } } }" },
        { "a negative skip", "{ practice(skip: -1) { displayText } }" },
    };

    [Theory]
    [MemberData(nameof(Attacks), DisableDiscoveryEnumeration = true)]
    public async Task What_would_cost_too_much_is_refused_at_once(string what, string query)
    {
        await cms.AskAsync("{ practice { displayText } }");
        var clock = Stopwatch.StartNew();

        using var answer = await cms.Site.Visitor.PostAsync("/api/graphql", new StringContent(query, Encoding.UTF8, "application/graphql"));

        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{what}: {(int)answer.StatusCode}");
        Assert.True(clock.Elapsed < AtOnce, $"{what}: {clock.Elapsed}");
        Assert.Equal("Empty plot, Bike streets, Tram line", await cms.TitlesAsync("practice"));
    }

    [Fact]
    public async Task Nested_variables_and_huge_bodies_are_refused()
    {
        var nested = "{ \"query\": \"{ me { userId } }\", \"variables\": " + Repeat("{\"a\":", 50_000);
        using var deep = await cms.Site.Visitor.PostAsync("/api/graphql", new StringContent(nested, Encoding.UTF8, "application/json"));
        using var huge = await cms.Site.Visitor.PostAsJsonAsync("/api/graphql", new { query = "{ me { userId } }", variables = new { a = new string('x', 2_000_000) } });

        Assert.Equal(HttpStatusCode.BadRequest, deep.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, huge.StatusCode);
    }

    [Fact]
    public async Task A_negative_number_in_a_variable_is_refused_too()
    {
        var answer = await cms.Site.PostGraphQlAsync("query($n: Int = -2) { practice(first: $n) { displayText } }");
        Assert.Contains("'-2' is not allowed for 'first'", answer.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_just_within_the_limits_is_answered()
    {
        var conditions = "{ practice(where: { OR: [" + Repeat("{ summary_contains: \"bikes\" } ", 50) + "], AND: [" + Repeat("{ NOT: { score: 7 } } ", 50) + "] }) { displayText } }";
        var values = new { v = Enumerable.Range(0, 999).Select(i => $"title {i}").Append("Tram line") };

        var many = await cms.AskAsync(conditions);
        var list = await cms.AskAsync("query($v: [String]) { practice(where: { displayText_in: $v, summary_not_in: $v }) { displayText } }", values);

        Assert.Equal("Bike streets", GraphQlSite.Titles(many.GetProperty("practice")));
        Assert.Equal("Tram line", GraphQlSite.Titles(list.GetProperty("practice")));
    }

    [Fact]
    public async Task The_explorer_s_own_question_about_the_schema_is_within_the_limits()
    {
        var data = await cms.AskAsync(Introspection);

        Assert.Contains(data.GetProperty("__schema").GetProperty("types").EnumerateArray(), type => type.GetProperty("name").GetString() == "PracticeWhereInput");
    }

    [Fact]
    public async Task Too_many_results_are_cut_or_refused_as_the_settings_say()
    {
        var items = Enumerable.Range(0, 4).Select(i => Recipe.Item("Note", $"40note0000000000000000000{i}", $"Note {i}")).ToArray();
        var setup = SiteSetup.Of(Recipe.Type("Note"), GraphQlRecipe.OpenToVisitors, Recipe.Content(items)).With("OrchardCore:OrchardCore_Apis_GraphQL:MaxNumberOfResults", "3");
        await using var cutting = await Site.StartAsync(setup);
        await using var refusing = await Site.StartAsync(setup.With("OrchardCore:OrchardCore_Apis_GraphQL:MaxNumberOfResultsValidationMode", "Enabled"));

        var cut = await cutting.PostGraphQlAsync("{ note(first: 4) { displayText } }");
        var refused = await refusing.PostGraphQlAsync("{ note(first: 4) { displayText } }");

        Assert.Equal(3, cut.GetProperty("data").GetProperty("note").GetArrayLength());
        Assert.Equal("'4' exceeds the maximum number of results for 'first' (3).", refused.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private const string Introspection = """
        query IntrospectionQuery { __schema { description queryType { name } mutationType { name } subscriptionType { name }
          types { ...FullType } directives { name description isRepeatable locations args { ...InputValue } } } }
        fragment FullType on __Type { kind name description
          fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields { ...InputValue } interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }
        """;
}
