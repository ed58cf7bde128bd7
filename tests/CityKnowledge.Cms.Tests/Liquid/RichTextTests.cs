using System.Net;
using CityKnowledge.Cms.Web.Html;

namespace CityKnowledge.Cms.Tests.Liquid;

/// <summary>Texts that nobody wrote for readers break no page.</summary>
public sealed class RichTextTests
{
    [Theory]
    [InlineData("[", 20_000)]
    [InlineData("> ", 5_000)]
    [InlineData("*a ", 30_000)]
    public void Markdown_that_is_nested_too_deeply_is_shown_as_it_was_written(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times)) + "<b>";

        Assert.Equal($"<pre>{WebUtility.HtmlEncode(text)}</pre>", new RichText().FromMarkdown(text));
        Assert.Equal($"<pre>{WebUtility.HtmlEncode(text)}</pre>", new RichText().FromMarkdown(text, clean: false));
    }

    [Theory]
    [InlineData("<div>", 20_000)]
    [InlineData("<b><p>", 5_000)]
    [InlineData("<ul><li>", 10_000)]
    public void Html_that_is_nested_too_deeply_brings_nothing_down(string piece, int times) =>
        Assert.DoesNotContain("<script", new RichText().Clean(string.Concat(Enumerable.Repeat(piece, times)) + "<script>x</script>"), StringComparison.Ordinal);
}
