using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% a display_for: item %}…{% enda %}</c>: a link to an item, an admin page or an address.</summary>
internal sealed class AnchorTag : LiquidTag
{
    private static readonly HashSet<string> Used = new(StringComparer.Ordinal)
    {
        "href", "asset_href", "action", "controller", "area", "fragment", "display_for", "edit_for", "admin_for", "remove_for", "create_for", "append_version",
    };

    public override string Name => "a";

    public override void Register(ThemeParser parser) => parser.RegisterParserBlock(Name, parser.Arguments, static async (arguments, statements, writer, encoder, context) =>
    {
        var page = ((PageContext)context).Page;
        var given = await TagArguments.EvaluateAsync(arguments, context);
        var address = ForItem(given, page) ?? Plain(given, page);
        if (given.Text("fragment") is { } fragment) address += "#" + fragment;
        var used = given.All.ToArray().Select(argument => argument.Name ?? "").Where(name => name.StartsWith("route_", StringComparison.Ordinal)).Concat(Used);
        await writer.WriteAsync(new HtmlTag("a").With("href", address).WithOthers(given, used.ToHashSet(StringComparer.Ordinal)).ToString());
        var start = writer is Utf8Writer before ? before.Length : -1;
        var completion = await statements.RenderStatementsAsync(writer, encoder, context);
        if (writer is Utf8Writer after && after.Length == start) await writer.WriteAsync(Page.Encoder.Encode(TextFor(given)));
        await writer.WriteAsync("</a>");
        return completion;
    });

    private static string? ForItem(TagArguments given, Page page)
    {
        foreach (var (name, value) in given.All)
        {
            if (name?.EndsWith("_for", StringComparison.Ordinal) != true || LiquidValues.Item(value) is not { } item) continue;
            var admin = $"/Admin/Contents/ContentItems/{item.ContentItemId}/";
            return name switch
            {
                "display_for" => Addresses.Display(page, item),
                "edit_for" => Addresses.Href(page, $"~{admin}Edit"),
                "admin_for" => Addresses.Href(page, $"~{admin}Display"),
                "remove_for" => Addresses.Href(page, $"~{admin}Delete"),
                "create_for" => Addresses.Href(page, $"~/Admin/Contents/ContentTypes/{item.ContentType}/Create"),
                _ => null,
            };
        }

        return null;
    }

    private static string Plain(TagArguments given, Page page)
    {
        if ((given.Text("href") ?? given.Text("asset_href")) is { } address) return Addresses.Href(page, address);
        var parts = ((string?[])[given.Text("area"), given.Text("controller"), given.Text("action"), given.Text("route_id")]).Where(part => !string.IsNullOrEmpty(part));
        return Addresses.Href(page, "~/" + string.Join('/', parts));
    }

    private static string TextFor(TagArguments given)
    {
        foreach (var (name, value) in given.All)
        {
            if (name == "display_for" && LiquidValues.Item(value) is { DisplayText: { } text }) return text;
        }

        return "";
    }
}
