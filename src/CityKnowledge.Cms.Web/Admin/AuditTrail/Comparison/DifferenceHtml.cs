using Microsoft.AspNetCore.Html;

namespace CityKnowledge.Cms.Web.Admin.AuditTrail.Comparison;

/// <summary>Writes a difference as HTML: white space counts in it, so no template may add any. Every text is encoded.</summary>
internal static class DifferenceHtml
{
    /// <param name="plain">Shows the text alone, for a version that is compared with nothing.</param>
    public static IHtmlContent ToHtml(this Difference difference, bool plain)
    {
        var html = new HtmlContentBuilder();
        foreach (var piece in difference.Pieces)
        {
            var element = plain ? null : piece.Kind switch { PieceKind.Gone => "del", PieceKind.New => "ins", _ => null };
            if (element is null) html.Append(piece.Text);
            else html.AppendHtml($"<{element}>").Append(piece.Text).AppendHtml($"</{element}>");
        }

        return html;
    }
}
