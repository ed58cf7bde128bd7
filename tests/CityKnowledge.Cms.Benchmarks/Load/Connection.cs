using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CityKnowledge.Cms.Benchmarks.Load;

/// <summary>One keep-alive connection with at most one request under way.</summary>
internal sealed class Connection : IDisposable
{
    private byte[] buffer = new byte[256 * 1024];
    private int filled;
    private Exchange? pending;
    private long sentAt;

    public Connection(int port)
    {
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(IPAddress.Loopback, port);
    }

    public Socket Socket { get; }

    public void Send(Exchange exchange)
    {
        (pending, filled, sentAt) = (exchange, 0, Stopwatch.GetTimestamp());
        Socket.Send(exchange.Request);
    }

    /// <summary>Takes what has arrived; gives the time the exchange took once the answer is complete and right.</summary>
    public bool TryFinish(out long ticks)
    {
        ticks = 0;
        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var count = Socket.Receive(buffer.AsSpan(filled));
        if (count == 0) throw new WrongAnswerException($"{pending!.Name}: the server closed the connection.");
        filled += count;
        var answer = buffer.AsSpan(0, filled);
        var head = answer.IndexOf("\r\n\r\n"u8) + 4;
        if (head < 4) return false;
        if (!TryReadBody(answer[..head], answer[head..], out var body)) return false;
        ticks = Stopwatch.GetTimestamp() - sentAt;
        Check(answer[..head], body);
        return true;
    }

    private static bool TryReadBody(ReadOnlySpan<byte> head, Span<byte> rest, out ReadOnlySpan<byte> body)
    {
        body = rest;
        var at = head.IndexOf("\r\nContent-Length: "u8);
        if (at < 0) return TryJoinChunks(rest, out body);
        return Utf8Parser.TryParse(head[(at + 18)..], out int length, out _) && rest.Length >= length;
    }

    // The last chunk is empty; only when it is there the others are moved together, in place.
    private static bool TryJoinChunks(Span<byte> rest, out ReadOnlySpan<byte> body)
    {
        body = default;
        if (!rest.EndsWith("0\r\n\r\n"u8)) return false;
        var (from, to) = (0, 0);
        while (true)
        {
            if (!Utf8Parser.TryParse(rest[from..], out int size, out var digits, 'x')) return false;
            from += digits + 2;
            if (from + size > rest.Length) return false;
            if (size == 0) break;
            rest.Slice(from, size).CopyTo(rest[to..]);
            (from, to) = (from + size + 2, to + size);
        }

        body = rest[..to];
        return true;
    }

    private void Check(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        var right = head.StartsWith("HTTP/1.1 200 "u8);
        foreach (var expected in pending!.Expected) right = right && body.IndexOf(expected) >= 0;
        if (right) return;
        var wanted = string.Join("' and '", pending.Expected.Select(Encoding.UTF8.GetString));
        var got = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 2_000)]);
        throw new WrongAnswerException($"{pending.Name}: expected status 200 and '{wanted}', got\n{Encoding.ASCII.GetString(head)}{got}");
    }

    public void Dispose() => Socket.Dispose();
}
