using System.Buffers;
using System.Text;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>Collects what templates write as UTF-8 in a borrowed buffer; dispose it to give the buffer back.</summary>
internal sealed class Utf8Writer(int size = 16_384) : TextWriter
{
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(size);
    private char pendingSurrogate;

    public override Encoding Encoding => Encoding.UTF8;

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => buffer.AsMemory(0, Length);

    public void WriteUtf8(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(Length));
        Length += bytes.Length;
    }

    public override void Write(ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, buffer.AsSpan(Length));
    }

    public override void Write(char value)
    {
        if (char.IsHighSurrogate(value))
        {
            pendingSurrogate = value;
            return;
        }

        if (char.IsLowSurrogate(value)) Write([pendingSurrogate, value]);
        else Write([value]);
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        Write(value.AsSpan());
        return Task.CompletedTask;
    }

    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer.AsSpan(index, count));
        return Task.CompletedTask;
    }

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return Task.CompletedTask;
    }

    public override string ToString() => Encoding.UTF8.GetString(Written);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        Length = 0;
    }

    private void Reserve(int more)
    {
        if (buffer.Length - Length >= more) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, Length + more));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
