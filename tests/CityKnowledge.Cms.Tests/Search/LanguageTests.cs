namespace CityKnowledge.Cms.Tests.Search;

public sealed class LanguageTests(SearchSite shared) : IClassFixture<SearchSite>
{
    [Theory]
    [InlineData("京都市では地下鉄とバスが走る", "地下鉄")]
    [InlineData("上海的公共交通系统", "公共交通")]
    [InlineData("การขนส่งมวลชนในกรุงเทพมหานคร", "กรุงเทพ")]
    [InlineData("ទីក្រុងភ្នំពេញមានឡានក្រុង", "ភ្នំពេញ")]
    [InlineData("ນະຄອນຫຼວງວຽງຈັນ", "ວຽງຈັນ")]
    [InlineData("ရန်ကုန်မြို့တော်စည်ပင်", "မြို့တော်")]
    [InlineData("서울특별시는대중교통을", "대중교통")]
    [InlineData("水道事業", "水")]
    public async Task Words_are_found_in_scripts_without_spaces(string text, string word) => await FoundAsync(text, word);

    [Theory]
    [InlineData("Água para São Paulo", "agua sao")]
    [InlineData("İzmir ve Iğdır", "izmir igdir")]
    [InlineData("Đà Nẵng", "da nang")]
    [InlineData("The city's bicycles", "bicycle cities")]
    [InlineData("ＦＵＬＬ width", "full")]
    [InlineData("المدينة المستدامة", "مدينة")]
    [InlineData("Eau d'Ivoire", "ivoire")]
    public async Task Words_are_found_in_other_spellings(string text, string words) => await FoundAsync(text, words);

    [Fact]
    public async Task A_word_is_not_found_in_pieces_of_others()
    {
        await shared.Site.RunStepsAsync(Recipe.Content(SearchRecipe.Note(Id("大阪京橋東"), "Elsewhere", "大阪京橋東")));
        await WaitForAsync("大阪京橋", "Elsewhere");

        Assert.DoesNotContain("Elsewhere", await shared.TitlesAsync(Searching.Match("東京")), StringComparison.Ordinal);
    }

    private async Task FoundAsync(string text, string words)
    {
        await shared.Site.RunStepsAsync(Recipe.Content(SearchRecipe.Note(Id(text), text, text)));

        await WaitForAsync(words, text);
    }

    private async Task WaitForAsync(string words, string title)
    {
        var query = $$"""{ "query": { "match": { "Content.ContentItem.FullText": { "query": "{{words}}", "operator": "and" } } }, "size": 100 }""";
        await Searching.UntilAsync(async () => (await shared.TitlesAsync(query)).Contains(title, StringComparison.Ordinal));
    }

    private static string Id(string text) => $"40n0te{(uint)text.GetHashCode(StringComparison.Ordinal):x8}".PadRight(26, '0');
}
