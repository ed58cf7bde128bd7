namespace CityKnowledge.Cms.Tests.Liquid;

/// <summary>What templates write, and what visitors then see.</summary>
internal static class FilterTable
{
    private const string City = """{% assign c = Content["slug:cities/ghent"] %}""";

    public static IReadOnlyList<(string Liquid, string Shown)> Cases { get; } =
    [
        // Output is encoded unless it was made to be shown.
        ("""{{ "<b>&" }}""", "&lt;b&gt;&amp;"),
        ("""{{ "<b>x</b>" | raw }}""", "<b>x</b>"),
        ("""{{ nothing.at.all }}|""", "|"),
        (City + "{{ c.Content.City.Motto.Text }}", "a &lt; b"),
        // Field values compare by value.
        (City + "{% if c.Content.City.Population.Value == 265086 %}y{% endif %}{% if c.Content.City.Population.Value > 1000 %}y{% endif %}", "yy"),
        (City + "{% if c.Content.City.Open.Value == true %}y{% endif %}{% if c.Content.City.Open.Value %}y{% endif %}", "yy"),
        (City + """{% if c.Content.City.Motto.Text == "a < b" %}y{% endif %}{% if c.Content.City.Zip.Text == "x" %}n{% endif %}""", "y"),
        (City + """{% if c.Content.City.Joined.Value > "2021-01-01" %}y{% endif %}{% if c.Content.City.Joined.Value > "2022-01-01" %}n{% endif %}""", "y"),
        (City + """{{ c.Content.City.Joined.Value | date: "%-d %B %Y" }}""", "1 May 2021"),
        // Items.
        (City + "{{ c | display_text }}", "Ghent &amp; more"),
        (City + "{{ c | display_url }}", "/cities/ghent"),
        (City + """{{ c | type_name }} {{ "Street" | type_name }} {{ "None" | type_name }}""", "City Street None"),
        (City + "{{ c.ContentItemId | content_item_id | display_url }}", "/cities/ghent"),
        (City + "{{ c | content_item_id }}", "40c1ty0ghent000000000000b1"),
        (City + "{% assign t = c.Content.City.Twins.ContentItemIds | content_item_id %}{% for x in t %}{{ x.DisplayText }}{% endfor %}", "Second"),
        ("""{{ "40n0such000000000000000000" | content_item_id }}|""", "|"),
        (City + "{% assign l = c | list_items %}{% for x in l %}{{ x.DisplayText }},{% endfor %}{{ c | list_count }}", "First,Second,2"),
        (City + "{% assign l = c | list_items %}{{ l.first | container | display_text }}|{{ c | container | display_text }}", "Ghent &amp; more|Ghent &amp; more"),
        (City + "{% assign t = c.Content.City.Topics | taxonomy_terms %}{{ t.first.DisplayText }} {{ t.first | display_url }}", "Cycling /topics/mobility/cycling"),
        ("{% assign t = \"" + ThemeParts.ChildId + "\" | inherited_terms: \"" + ThemeParts.TaxonomyId + "\" %}{% for x in t %}{{ x.DisplayText }};{% endfor %}", "Cycling;Mobility;"),
        ("""{{ Content["alias:topics"].DisplayText }}{{ Content.Alias["topics"].DisplayText }}{{ Content.Slug["topics"].DisplayText }}""", "TopicsTopicsTopics"),
        (City + """{% assign s = c | list_items | shape_build_display: "Summary" %}{% for x in s %}{{ x | shape_render }}{% endfor %}""", "[First][Second]"),
        (City + """{% contentitem handle: "slug:streets/first", display_type: "Summary" %}""", "[First]"),
        // Arrays of items by nested paths.
        (City + """{% assign l = c | list_items | sort: "Content.ContainedPart.Order" | reverse %}{{ l.first.DisplayText }}""", "Second"),
        (City + """{% assign l = c | list_items | where: "Content.ContainedPart.Order", 2 %}{{ l.size }}{{ l.first.DisplayText }}""", "1Second"),
        // Text.
        ("""{{ "Smith, John B..." | slugify }}""", "smith-john-b"),
        ("""{{ "My Class!" | html_class }}""", "my-class"),
        ("""{{ "Page {0} of {1}" | t: 2, 5 }}""", "Page 2 of 5"),
        ("""{{ "**bold** <script>x</script>" | markdownify }}""", "<p><strong>bold</strong> &lt;script&gt;x&lt;/script&gt;</p>"),
        ("""{{ "[x](javascript:alert(1))" | markdownify }}""", "<p><a>x</a></p>"),
        ("""{{ "<p onclick='x()'>a<script>b</script></p>" | sanitize_html }}""", "<p>a</p>"),
        ("""{{ "{{ 1 | plus: 1 }}" | liquid }}""", "2"),
        // JSON and dates.
        ("""{{ "a<b" | json | raw }}""", "\"a\\u003Cb\""),
        (City + "{{ c.Content.City.Population | json | raw }}", "{\"Value\":265086}"),
        ("""{% assign j = '{"a":{"b":[1,2]}}' | jsonparse %}{{ j.a.b[1] }}""", "2"),
        ("""{{ "2025-05-10T10:30:00Z" | utc | date: "%H:%M" }}""", "10:30"),
        // Addresses.
        ("""{{ "~/practices" | href }}""", "/practices"),
        ("""{{ "cities/ghent.jpg" | asset_url }}""", "/media/cities/ghent.jpg"),
        ("""{{ "/media/a.jpg" | img_tag: alt: "A", width: 3 }}""", "<img src=\"/media/a.jpg\" alt=\"A\" width=\"3\">"),
        // Objects.
        ("{{ Site.SiteName }} {{ Culture.Name }} {{ Culture.Dir }} {{ User.Identity.IsAuthenticated }} {{ Environment.IsDevelopment }}", "Test site en ltr false false"),
        ("{{ Request.Path | slice: 0, 6 }} {{ Request.Method }} {{ Site.SuperUser }}|", "/probe GET |"),
        // Shapes.
        ("""{% assign s = "Pager" | shape_new: page: 2, page_size: 10, total_item_count: 15 %}{{ s | shape_render | strip_html }}""", "Previous 2 / 2"),
        ("""{% httpcontext_add_items note: "n" %}{{ HttpContext.Items.note }}""", "n"),
        ("""{% a href: "~/x", class: "k" %}go{% enda %}""", "<a href=\"/x\" class=\"k\">go</a>"),
        (City + "{% a edit_for: c %}edit{% enda %}", "<a href=\"/Admin/Contents/ContentItems/40c1ty0ghent000000000000b1/Edit\">edit</a>"),
        ("""{% form action: "~/find", method: "get" %}f{% endform %}""", "<form action=\"/find\" method=\"get\">f</form>"),
    ];
}
