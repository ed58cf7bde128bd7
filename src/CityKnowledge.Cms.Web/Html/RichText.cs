using System.Net;
using BitFaster.Caching.Lru;
using Ganss.Xss;
using Markdig;

namespace CityKnowledge.Cms.Web.Html;

/// <summary>Makes HTML that may be shown from what people wrote: Markdown becomes HTML, and HTML is cleaned.</summary>
internal sealed class RichText
{
    private const int TextsKept = 16_000;
    private const int LongestKept = 32_768;

    // Raw HTML inside Markdown is shown as text, as Orchard does.
    private readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().DisableHtml().Build();
    private readonly Lazy<HtmlSanitizer> sanitizer = new(MakeSanitizer);
    private readonly ConcurrentLru<Key, string> made = new(TextsKept);

    private enum Work
    {
        Markdown,
        CleanMarkdown,
        CleanHtml,
    }

    /// <summary>The HTML of a Markdown text.</summary>
    /// <param name="clean">False only where the settings of the field say so.</param>
    public string FromMarkdown(string markdown, bool clean = true) => Make(clean ? Work.CleanMarkdown : Work.Markdown, markdown);

    /// <summary>The HTML without scripts, event handlers, script addresses and forms.</summary>
    public string Clean(string html) => Make(Work.CleanHtml, html);

    // The text itself is the key: a hash that an author could make collide would show one text in place of another.
    private string Make(Work work, string text)
    {
        if (text.Length == 0) return "";
        if (text.Length > LongestKept) return MakeNow(new Key(work, text));
        return made.GetOrAdd(new Key(work, text), MakeNow);
    }

    private string MakeNow(Key key) => key.Work switch
    {
        Work.Markdown => OrAsWritten(key.Text, text => Markdown.ToHtml(text, pipeline)),
        Work.CleanMarkdown => OrAsWritten(key.Text, CleanMarkdown),
        _ => sanitizer.Value.Sanitize(key.Text),
    };

    // Markdig refuses what is nested too deeply. Nobody wrote that for readers; the page around it, and the list it stands in, are theirs.
    private static string OrAsWritten(string text, Func<string, string> render)
    {
        try
        {
            return render(text);
        }
        catch (ArgumentException)
        {
            return $"<pre>{WebUtility.HtmlEncode(text)}</pre>";
        }
    }

    private string CleanMarkdown(string text)
    {
        var document = Markdown.Parse(text, pipeline);
        var html = document.ToHtml(pipeline);
        return HarmlessMarkdown.Is(document) ? html : sanitizer.Value.Sanitize(html);
    }

    private static HtmlSanitizer MakeSanitizer()
    {
        var cleaner = new HtmlSanitizer();
        cleaner.AllowedAttributes.Add("class");
        cleaner.AllowedSchemes.Add("mailto");
        cleaner.AllowedSchemes.Add("tel");
        // A form in an article can only be there to catch what readers type.
        foreach (var tag in (string[])["form", "input", "button", "select", "option", "optgroup", "textarea", "datalist", "fieldset", "legend", "label"])
        {
            cleaner.AllowedTags.Remove(tag);
        }

        return cleaner;
    }

    private readonly record struct Key(Work Work, string Text);
}
