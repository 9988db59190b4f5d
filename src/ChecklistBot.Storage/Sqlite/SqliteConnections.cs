using System.Collections.Concurrent;
using ChecklistBot.Assessments.Channels;
using Microsoft.Data.Sqlite;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>One connection that writes, a few that read; each is opened when it is first needed and again after a failure.</summary>
internal sealed class SqliteConnections(SqliteSettings settings) : IAsyncDisposable
{
    private static readonly int Readers = Math.Max(4, Environment.ProcessorCount * 2);

    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly SemaphoreSlim reading = new(Readers, Readers);
    private readonly ConcurrentBag<SqliteSession> idle = [];
    private SqliteSession? writer;
    private int timesGone;
    private volatile bool exchanged;
    private bool disposed;

    public IEnumerable<string> Texts => [.. writer?.Texts ?? [], .. idle.SelectMany(session => session.Texts)];

    /// <summary>Waits for the writer to be free: turns are serial.</summary>
    public async Task<SqliteSession> RentWriterAsync(CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            if (!File.Exists(settings.Path))
                await CloseWriterAsync();
            await CheckFileAsync();
            if (writer is { } open && open.OpenedAfter != timesGone)
                await CloseWriterAsync();
            await CheckIsSameAsync(writer);
            // After a failure there is no writer; a reader at rest can tell as well.
            if (writer is null && idle.TryTake(out var atRest))
                await CheckAndPutBackAsync(atRest);
            return writer ??= await OpenAsync(SqliteOpenMode.ReadWrite, cancellationToken);
        }
        catch
        {
            writing.Release();
            throw;
        }
    }

    public async ValueTask ReturnWriterAsync(bool broken)
    {
        try
        {
            if (broken)
                await CloseWriterAsync();
        }
        finally
        {
            writing.Release();
        }
    }

    public async Task<SqliteSession> RentReaderAsync(CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        SqliteSession? session = null;
        try
        {
            await CheckFileAsync();
            while (idle.TryTake(out session) && session.OpenedAfter != Volatile.Read(ref timesGone))
                await session.DisposeAsync();
            await (session is null ? CheckByWriterAsync() : CheckIsSameAsync(session));
            return session ?? await OpenAsync(SqliteOpenMode.ReadOnly, cancellationToken);
        }
        catch
        {
            if (session is not null)
                await ReturnReaderAsync(session, broken: true);
            else
                reading.Release();
            throw;
        }
    }

    public async ValueTask ReturnReaderAsync(SqliteSession session, bool broken)
    {
        try
        {
            if (broken || session.OpenedAfter != timesGone)
                await session.DisposeAsync();
            else
                idle.Add(session);
        }
        finally
        {
            reading.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A container that knows the store by two names disposes it twice.
        if (Interlocked.Exchange(ref disposed, true))
            return;
        // A group under way is kept or refused first.
        await writing.WaitAsync();
        await CloseReadersAsync();
        // Last, so that the log is written back into the file and removed.
        await CloseWriterAsync();
        writing.Dispose();
        reading.Dispose();
    }

    /// <summary>SQLite does not notice that its file was deleted or moved and would keep turns in a file without a name.
    /// What is open is closed, so that the file that comes back is the one that is used.</summary>
    private async Task CheckFileAsync()
    {
        if (!File.Exists(settings.Path))
            throw await GoneAsync();
    }

    /// <summary>A file that was put over ours in one step was never gone. What is open goes to a file without a name, and a new connection would read
    /// the log of the old file into the new one: from then on nothing is kept and nothing is opened.</summary>
    private async Task CheckIsSameAsync(SqliteSession? session)
    {
        // One that was opened before the file was gone last is closed soon, and says nothing of the file that came back.
        if (!exchanged && session is { HasMoved: true } && session.OpenedAfter == Volatile.Read(ref timesGone))
            exchanged = File.Exists(settings.Path) ? true : throw await GoneAsync();
        if (exchanged)
            throw new StorageUnavailableException("The database file was exchanged for another one while the bot had it open, so nothing is kept.")
            {
                Remedy = "Stop the bot, move the files beside it that end in -wal and -shm to the old file unless you put them there, and start the bot again.",
            };
    }

    /// <summary>A new connection cannot tell whether the file is the same; a writer at rest can. One at work was asked when it began.</summary>
    private async Task CheckByWriterAsync()
    {
        // No two threads may ever use a connection at once: see SqliteLibrary.
        var rests = await writing.WaitAsync(TimeSpan.Zero);
        try
        {
            await CheckIsSameAsync(rests ? writer : null);
        }
        finally
        {
            if (rests)
                writing.Release();
        }
    }

    private async Task CheckAndPutBackAsync(SqliteSession atRest)
    {
        try
        {
            await CheckIsSameAsync(atRest);
        }
        finally
        {
            idle.Add(atRest);
        }
    }

    /// <summary>Has every connection closed that was opened before, those at work when they are returned.</summary>
    private async Task<StorageUnavailableException> GoneAsync()
    {
        Interlocked.Increment(ref timesGone);
        await CloseReadersAsync();
        return new StorageUnavailableException("The database file is gone.");
    }

    private async Task<SqliteSession> OpenAsync(SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var session = new SqliteSession(settings, mode) { OpenedAfter = Volatile.Read(ref timesGone) };
        try
        {
            await session.OpenAsync(cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private async Task CloseReadersAsync()
    {
        while (idle.TryTake(out var session))
            await session.DisposeAsync();
    }

    private async Task CloseWriterAsync()
    {
        if (writer is { } open)
        {
            writer = null;
            await open.DisposeAsync();
        }
    }
}
