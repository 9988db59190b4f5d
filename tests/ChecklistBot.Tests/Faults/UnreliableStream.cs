using System.Text;

namespace ChecklistBot.Tests.Faults;

/// <summary>A body that breaks off, stops coming, or never ends.</summary>
internal sealed class UnreliableStream(PlatformAnswer answer, Action<CancellationToken> waitInVain) : Stream
{
    /// <summary>Whoever reads on after this keeps what will never end.</summary>
    private const long FarTooMuch = 64 * 1024 * 1024;

    private readonly byte[] whole = Encoding.UTF8.GetBytes(answer.Body);
    private long given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => given; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The bot reads without blocking.");

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer.AsSpan(offset, count), cancellationToken));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Read(Span<byte> buffer, CancellationToken cancellationToken)
    {
        if (answer.End == AnswerEnd.Endless)
        {
            if (given > FarTooMuch)
                throw new InvalidOperationException("The bot reads a body without end.");
            buffer.Fill((byte)' ');
            given += buffer.Length;
            return buffer.Length;
        }

        var rest = whole.AsSpan(0, whole.Length / 2)[(int)given..];
        if (rest.IsEmpty && answer.End == AnswerEnd.Cut)
            throw new HttpIOException(HttpRequestError.ResponseEnded);
        if (rest.IsEmpty)
            waitInVain(cancellationToken);
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        given += count;
        return count;
    }
}
