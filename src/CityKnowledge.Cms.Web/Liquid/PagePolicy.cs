using System.Security.Cryptography;
using System.Text;

namespace CityKnowledge.Cms.Web.Liquid;

/// <summary>
/// What browsers may load and run on a page: the site's own files and what templates ask for by their tags. A script that
/// came into the page any other way does not run. Hashes, not nonces: pages are kept and given to many visitors.
/// </summary>
internal sealed class PagePolicy
{
    private const string Start = "default-src 'self'; script-src 'self'";

    // Content may carry styles and show pictures, films and frames of others.
    private const string Styles = "; style-src 'self' 'unsafe-inline'";
    private const string End =
        "; img-src 'self' data: https:; media-src 'self' https:; font-src 'self' data: https:; frame-src 'self' https:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private const string Plain = Start + Styles + End;
    private List<string>? scripts;
    private List<string>? styles;

    /// <summary>For pages that show what is not public: nothing in them runs or is sent anywhere.</summary>
    public const string ForDrafts =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; media-src 'self' https:; font-src 'self' data: https:; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>How much templates asked for so far.</summary>
    public int Count => (scripts?.Count ?? 0) + (styles?.Count ?? 0);

    /// <summary>Lets a script run that a template wrote out.</summary>
    public void AllowScript(string text) =>
        Add(ref scripts, $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'");

    /// <summary>Lets scripts be loaded from where this address leads; the site's own are allowed anyway.</summary>
    public void AllowScriptsOf(string address) => Add(ref scripts, OriginOf(address));

    /// <summary>Lets style sheets be loaded from where this address leads.</summary>
    public void AllowStylesOf(string address) => Add(ref styles, OriginOf(address));

    /// <summary>The policy as it stands in the header.</summary>
    public override string ToString() => Count == 0 ? Plain : Start + Join(scripts) + Styles + Join(styles) + End;

    private static string Join(List<string>? sources) => sources is null ? "" : " " + string.Join(' ', sources);

    private static void Add(ref List<string>? sources, string? source)
    {
        if (source is null || sources?.Contains(source) == true) return;
        (sources ??= []).Add(source);
    }

    private static string? OriginOf(string address)
    {
        var whole = address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address;
        var leadsAway = whole.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || whole.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        return leadsAway && Uri.TryCreate(whole, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null;
    }
}
