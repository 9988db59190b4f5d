namespace ChecklistBot.Storage.Relational;

/// <summary>A connection with its prepared statements, used by one turn or one read at a time.</summary>
internal abstract class Session(Dialect dialect) : IAsyncDisposable
{
    private readonly Dictionary<string, Statement> statements = [];

    /// <summary>Nearly every text is a constant: the same object each time, which is found without reading it.</summary>
    private readonly Dictionary<object, Statement> constants = new(ReferenceEqualityComparer.Instance);

    public Dialect Dialect { get; } = dialect;

    /// <summary>Every text that this session has prepared: what the tests ask the planner about.</summary>
    public IReadOnlyCollection<string> Texts => statements.Keys;

    /// <summary>The statement with this text; its parameters follow.</summary>
    public Statement Sql(string text)
    {
        if (constants.TryGetValue(text, out var known) || statements.TryGetValue(text, out known))
            return known.Again();

        return constants[text] = statements[text] = NewStatement(text);
    }

    public abstract Task BeginAsync(bool write, CancellationToken cancellationToken);

    /// <param name="cancellationToken">Gives up what is still to be written; not the commit itself, once it was begun.</param>
    public abstract Task CommitAsync(CancellationToken cancellationToken);

    public abstract Task RollbackAsync();

    public abstract ValueTask DisposeAsync();

    /// <param name="text">A constant of the table classes or joined from such constants; values are always parameters.</param>
    private protected abstract Statement NewStatement(string text);
}
