using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace CityKnowledge.Cms.Web.Http;

/// <summary>Content that is sent many times: kept as it is, and packed at the first request that takes it so.</summary>
internal sealed class PackedBody(byte[] plain)
{
    // Below this a packed answer saves no packet on the wire.
    private const int WorthPacking = 1_024;
    private byte[]? brotli;
    private byte[]? gzip;

    public int Length => plain.Length;

    /// <summary>The bytes in the best form that the request takes; sets the response's encoding and length.</summary>
    public byte[] ChooseFor(HttpContext http)
    {
        var bytes = plain;
        if (plain.Length >= WorthPacking && http.Request.Headers.AcceptEncoding is { Count: > 0 } accepted)
        {
            var text = accepted.ToString();
            var encoding = text.Contains("br", StringComparison.Ordinal) ? "br" : text.Contains("gzip", StringComparison.Ordinal) ? "gzip" : null;
            if (encoding is not null)
            {
                bytes = encoding == "br" ? brotli ??= Brotli() : gzip ??= Gzip();
                http.Response.Headers.ContentEncoding = encoding;
            }
        }

        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        http.Response.ContentLength = bytes.Length;
        return bytes;
    }

    private byte[] Brotli()
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, packed, out var length, quality: 5, window: 18) ? packed[..length] : plain;
    }

    private byte[] Gzip()
    {
        using var packed = new MemoryStream(plain.Length / 3);
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) stream.Write(plain);
        return packed.ToArray();
    }
}
