using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Tests.Architecture;
using CityKnowledge.Cms.Web;

namespace CityKnowledge.Cms.Tests.Admin.Shell;

/// <summary>The administration speaks French as well as English, everywhere.</summary>
public sealed partial class FrenchTests(FrenchTests.Desk fixture) : IClassFixture<FrenchTests.Desk>
{
    private static readonly Lazy<IReadOnlyList<(string English, string French)>> Entries = new(() => Read(Repository.Web, "Resources", "Admin", "AdminTexts.fr.resx"));
    private static readonly Lazy<IReadOnlyList<(string English, string French)>> Sentences = new(() => Read(Repository.Web, "..", "CityKnowledge.Cms.Content", "Wording", "Sentences.fr.resx"));

    private static IEnumerable<(string English, string French)> Both => Entries.Value.Concat(Sentences.Value);

    private Site Site => fixture.Site;

    [Fact]
    public void Every_word_of_the_administration_has_its_French()
    {
        var known = Entries.Value.Select(entry => entry.English).ToHashSet(StringComparer.Ordinal);
        var words = WordsInSources.Find(Site);

        Assert.True(words.Count > 900, $"Only {words.Count} keys were found in the sources.");
        Findings.None(words.Where(word => !known.Contains(word.Key)).Select(word => $"No French for “{word.Key}” ({word.Value})"));
    }

    [Fact]
    public void No_French_is_kept_for_words_that_nobody_uses()
    {
        var used = WordsInSources.Find(Site);
        var literals = WordsInSources.Literals();

        Findings.None(Entries.Value.Where(entry => !used.ContainsKey(entry.English) && !literals.Contains(entry.English)).Select(entry => $"Unused: “{entry.English}”"));
    }

    [Fact]
    public void Every_sentence_about_content_has_its_French_and_no_other_is_kept()
    {
        var said = SentencesInCode.Find(typeof(ContentProblem).Assembly).Concat(SentencesInCode.Find(typeof(Composition).Assembly))
            .Where(sentence => PlacesIn(sentence.Key).Any() ? Places().Replace(sentence.Key, "").Any(char.IsLetter) : sentence.Key.Length > 0)
            .GroupBy(sentence => sentence.Key, sentence => sentence.Value, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var known = Sentences.Value.Select(entry => entry.English).ToHashSet(StringComparer.Ordinal);

        Assert.True(said.Count > 100, $"Only {said.Count} sentences were found in the code.");
        Findings.None(said.Where(sentence => !known.Contains(sentence.Key)).Select(sentence => $"No French for “{sentence.Key}” ({sentence.Value})"));
        Findings.None(known.Where(key => !said.ContainsKey(key)).Select(key => $"Unused: “{key}”"));
    }

    [Fact]
    public void Every_French_sentence_has_the_places_of_the_English_one()
    {
        Findings.None(Both.Where(entry => !PlacesIn(entry.English).SequenceEqual(PlacesIn(entry.French))).Select(entry => $"“{entry.English}” → “{entry.French}”"));
        Findings.None(Both.Where(entry => string.IsNullOrWhiteSpace(entry.French)).Select(entry => $"Empty: “{entry.English}”"));
    }

    // Keys are compared without case when the file is compiled, and the second of two would be lost.
    [Fact]
    public void No_two_keys_differ_in_case_alone() => Findings.None(new[] { Entries.Value, Sentences.Value }.SelectMany(entries => entries
        .GroupBy(entry => entry.English, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1).Select(group => string.Join(" / ", group.Select(entry => entry.English)))));

    [Fact]
    public async Task A_browser_that_asks_for_French_gets_it()
    {
        using var editor = await Site.SignInAsync("Editor");
        var page = await ReadAsync(editor, "/Admin/Contents/ContentItems", "fr-CA, fr;q=0.9, en;q=0.5");

        Assert.Contains("<html lang=\"fr\" dir=\"ltr\"", page, StringComparison.Ordinal);
        Assert.Contains("Aller au contenu", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Skip to the content", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_of_scripts_are_French_too()
    {
        using var editor = await Site.SignInAsync("Editor");
        var page = await ReadAsync(editor, "/Admin/Contents/ContentTypes/Practice/Create", "fr");

        Assert.Contains("Brouillon", page, StringComparison.Ordinal);
        Assert.Contains("Pas encore enregistr", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Not saved yet", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_a_person_chose_wins_over_that_of_the_browser()
    {
        using var editor = await Site.SignInAsync("Editor");
        using var chosen = await DeskForms.PostAsync(editor, "/Admin/Language", ("culture", "fr"), ("returnUrl", "/Admin"));

        Assert.Contains("<html lang=\"fr\"", await ReadAsync(editor, "/Admin", "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_signs_in_reads_French_before_anybody_knows_them()
    {
        using var stranger = Site.NewBrowser();
        var page = await ReadAsync(stranger, "/Login", "fr");

        Assert.Contains("<html lang=\"fr\"", page, StringComparison.Ordinal);
        Assert.Contains("Se connecter", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_wish_the_administration_is_English()
    {
        using var editor = await Site.SignInAsync("Editor");
        var page = await ReadAsync(editor, "/Admin", "de");

        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Contains("Skip to the content", page, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(HttpClient browser, string path, string languages)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var language in languages.Split(", ")) request.Headers.AcceptLanguage.Add(StringWithQualityHeaderValue.Parse(language));
        using var answer = await browser.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static IReadOnlyList<(string English, string French)> Read(params string[] path) =>
        [.. XDocument.Load(Path.Combine(path)).Root!.Elements("data").Select(entry => (entry.Attribute("name")!.Value, entry.Element("value")!.Value))];

    private static IEnumerable<string> PlacesIn(string sentence) => Places().Matches(sentence).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<!\{)\{\w+\}(?!\})")]
    private static partial Regex Places();

    /// <summary>A small site with editors.</summary>
    public sealed class Desk : SharedSite
    {
        private protected override SiteSetup Setup => DeskSite.Of();
    }
}
