using ChecklistBot.Storage.Relational;
using Npgsql;

namespace ChecklistBot.Storage.Postgres;

/// <summary>A statement that goes to the server together with the next one whose answer somebody waits for.</summary>
/// <param name="command">With its parameters.</param>
/// <param name="overtaken">How it tells that somebody else was first; null where it cannot.</param>
internal class PostgresWaiting(NpgsqlBatchCommand command, Overtaken? overtaken)
{
    public NpgsqlBatchCommand Command { get; } = command;

    public Overtaken? Overtaken { get; } = overtaken;

    /// <summary>Whether the server answers it with rows, be it none. (Rows of <c>RETURNING</c> are never of so little use that they could wait.)</summary>
    public bool IsAnswered { get; } = command.CommandText.AsSpan().TrimStart().StartsWith("SELECT", StringComparison.Ordinal);

    /// <param name="reader">Where the answer begins.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public virtual Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) => Task.CompletedTask;
}
