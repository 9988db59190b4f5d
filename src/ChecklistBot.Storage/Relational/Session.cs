using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace ChecklistBot.Storage.Relational;

/// <summary>A connection with its prepared statements, used by one turn or one read at a time.</summary>
internal abstract class Session(DbConnection connection, Dialect dialect) : IAsyncDisposable
{
    private readonly Dictionary<string, Statement> statements = [];
    private readonly List<DbCommand> commands = [];

    public Dialect Dialect { get; } = dialect;

    /// <summary>Every text that this session has prepared: what the tests ask the planner about.</summary>
    public IReadOnlyCollection<string> Texts => statements.Keys;

    /// <summary>The statement with this text; its parameters follow.</summary>
    public Statement Sql(string text)
    {
        if (statements.TryGetValue(text, out var known))
            return known.Again();

        var command = NewCommand(text);
        commands.Add(command);
        return statements[text] = new Statement(command);
    }

    public abstract Task BeginAsync(bool write, CancellationToken cancellationToken);

    public abstract Task CommitAsync();

    public abstract Task RollbackAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var command in commands)
            await command.DisposeAsync();
        await connection.DisposeAsync();
    }

    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "Every text is a constant of the table classes or joined from such constants; values are always parameters.")]
    private protected virtual DbCommand NewCommand(string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
