using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace ChecklistBot.Floor;

/// <summary>Rows on the disk: whatever waits when the writer comes back is one transaction.</summary>
internal sealed class SharedCommits : IAsyncDisposable
{
    private readonly Channel<Waiting> waiting = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private readonly SqliteCommand insert;
    private readonly Task writing;

    public SharedCommits(string path)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = FULL");
        Run("CREATE TABLE IF NOT EXISTS kept (number INTEGER PRIMARY KEY, key TEXT NOT NULL, body BLOB NOT NULL)");
        begin = Command("BEGIN IMMEDIATE");
        commit = Command("COMMIT");
        insert = Command("INSERT INTO kept (key, body) VALUES (@key, @body)");
        insert.Parameters.Add("@key", SqliteType.Text);
        insert.Parameters.Add("@body", SqliteType.Blob);
        writing = Task.Run(WriteAsync);
    }

    /// <summary>Completes when the row is on the disk.</summary>
    public Task KeepAsync(string key, byte[] body)
    {
        var row = new Waiting(key, body, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        waiting.Writer.TryWrite(row);
        return row.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.Complete();
        await writing;
        await begin.DisposeAsync();
        await insert.DisposeAsync();
        await commit.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        var rows = new List<Waiting>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (waiting.Reader.TryRead(out var row))
                rows.Add(row);
            Commit(rows);
            foreach (var row in rows)
                row.Done.SetResult();
            rows.Clear();
        }
    }

    private void Commit(List<Waiting> rows)
    {
        begin.ExecuteNonQuery();
        foreach (var row in rows)
        {
            (insert.Parameters[0].Value, insert.Parameters[1].Value) = (row.Key, row.Body);
            insert.ExecuteNonQuery();
        }

        commit.ExecuteNonQuery();
    }

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "Constants of this class.")]
    private SqliteCommand Command(string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    private void Run(string text)
    {
        using var command = Command(text);
        command.ExecuteNonQuery();
    }

    private sealed record Waiting(string Key, byte[] Body, TaskCompletionSource Done);
}
