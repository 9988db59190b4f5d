namespace ChecklistBot.Composition;

/// <summary>
/// Where the process writes, as far as it can: whoever started it may have closed it, or its disk may be full. That is nothing to stop for: what is written
/// then is lost, and <see cref="Fault"/> says why.
/// </summary>
internal sealed class StandardStream : Stream
{
    private readonly Stream target = Null;

    /// <param name="open">Called here and never again: later the system may have given the number of a closed stream to a file or to somebody's connection.</param>
    public StandardStream(Func<Stream> open)
    {
        try
        {
            target = open();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Lose(fault);
        }
    }

    /// <summary>Why something that was written, or will be, is lost, in the system's words; null as long as nothing is.</summary>
    public string? Fault { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            target.Write(buffer);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Lose(fault);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            target.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The framework calls a closed stream a path without access, and has the system's own word for it within.</summary>
    private void Lose(Exception fault) => Fault ??= (fault.InnerException ?? fault).Message.TrimEnd('.');
}
