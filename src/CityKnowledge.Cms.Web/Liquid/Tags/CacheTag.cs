using System.Globalization;
using CityKnowledge.Cms.Web.Liquid.Caching;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Ast;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary><c>{% cache "id", expires_after: "00:05:00" %}…{% endcache %}</c>: keeps what the block made until content changes or time is up.</summary>
internal sealed class CacheTag(BlockCache blocks, ContentClock clock) : LiquidTag
{
    public override string Name => "cache";

    public override void Register(ThemeParser parser) => parser.RegisterParserBlock(Name, parser.Arguments, async (arguments, statements, writer, encoder, context) =>
    {
        var page = ((PageContext)context).Page;
        if (!blocks.Serves(page)) return await statements.RenderStatementsAsync(writer, encoder, context);
        var given = await TagArguments.EvaluateAsync(arguments, context);
        var key = KeyOf(given, page);
        if (blocks.Find(key, page) is { } known)
        {
            Write(writer, known);
            return Completion.Normal;
        }

        var (begun, askedBefore, asked) = (clock.Version, page.AskedQueries, page.Asked);
        page.AskedQueries = false;
        page.CacheScopes.Push(Limits(given));
        using var inner = new Utf8Writer(4_096);
        await statements.RenderStatementsAsync(inner, encoder, context);
        var scope = page.CacheScopes.Pop();
        // The page that finds the block in memory would not know which scripts to allow or what belongs in its head.
        if (page.MayBeShared && page.Asked == asked) blocks.Keep(key, inner.Written, scope, begun, page.AskedQueries);
        page.AskedQueries |= askedBefore;
        Write(writer, inner.Written);
        return Completion.Normal;
    });

    private static void Write(TextWriter writer, ReadOnlySpan<byte> html)
    {
        if (writer is Utf8Writer plain) plain.WriteUtf8(html);
        else writer.Write(System.Text.Encoding.UTF8.GetString(html));
    }

    private static CacheScope Limits(TagArguments given)
    {
        var scope = new CacheScope();
        if (Duration(given.Text("expires_after")) is { } after) scope.ExpireAfter(after, isSliding: false);
        if (Duration(given.Text("expires_sliding")) is { } sliding) scope.ExpireAfter(sliding, isSliding: true);
        return scope;
    }

    public static TimeSpan? Duration(string? text) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;

    private static string KeyOf(TagArguments given, Page page)
    {
        var request = page.Http.Request;
        var key = $"{page.Theme.Version}|{request.Scheme}|{request.Host.Value}|{request.PathBase.Value}|{given.Text("id", 0)}";
        var contexts = (given.Text("contexts") ?? given.Text("vary_by"))?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [];
        return contexts.Aggregate(key, (key, name) => $"{key}|{name}={Vary(name, request)}");
    }

    private static string? Vary(string name, HttpRequest request) => name switch
    {
        "query" => request.QueryString.Value,
        "route" => request.Path.Value,
        _ when name.StartsWith("query:", StringComparison.Ordinal) => request.Query[name["query:".Length..]].ToString(),
        _ => null,
    };
}
