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
        try
        {
            await CheckFileAsync();
            return idle.TryTake(out var session) ? session : await OpenAsync(SqliteOpenMode.ReadOnly, cancellationToken);
        }
        catch
        {
            reading.Release();
            throw;
        }
    }

    public async ValueTask ReturnReaderAsync(SqliteSession session, bool broken)
    {
        try
        {
            if (broken)
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
        if (File.Exists(settings.Path))
            return;
        await CloseReadersAsync();
        throw new StorageUnavailableException("The database file is gone.");
    }

    private async Task<SqliteSession> OpenAsync(SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var session = new SqliteSession(settings, mode);
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
