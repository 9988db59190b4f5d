using System.Text.Json.Serialization.Metadata;
using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Storage.Relational;

/// <summary>A statement that is prepared once and used again and again on its connection. Parameters are given in the same order each time.</summary>
internal abstract class Statement
{
    private readonly List<string> names = [];
    private int next;

    /// <summary>Ready for another use.</summary>
    public Statement Again()
    {
        next = 0;
        return this;
    }

    public Statement With(string name, string? value)
    {
        Bind(Place(name), value);
        return this;
    }

    public Statement With(string name, long? value)
    {
        Bind(Place(name), value);
        return this;
    }

    public Statement With(string name, byte[] value)
    {
        Bind(Place(name), value);
        return this;
    }

    public Statement With(string name, AssessmentId? value)
    {
        Bind(Place(name), value);
        return this;
    }

    /// <summary>Gives the tenant of a conversation as <c>@tenant</c>.</summary>
    public Statement WithTenant(ConversationKey key)
    {
        BindTenant(Place("@tenant"), key);
        return this;
    }

    public Statement With(string name, bool value) => With(name, value ? 1L : 0L);

    public Statement With(string name, DateTimeOffset? value) => With(name, value is { } at ? Moments.Write(at) : null);

    /// <summary>Gives a value as JSON text.</summary>
    public Statement WithJson<T>(string name, T value, JsonTypeInfo<T> type)
    {
        BindJson(Place(name), value, type);
        return this;
    }

    /// <summary>Returns how many rows were changed.</summary>
    public abstract Task<int> ExecuteAsync(CancellationToken cancellationToken);

    /// <summary>Writes before anything that is asked afterwards, and before the end of the transaction. Where the database is a network away it goes together
    /// with what comes next, and fails there.</summary>
    /// <param name="overtaken">How it tells that somebody else was first; null where it cannot.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task LaterAsync(Overtaken? overtaken, CancellationToken cancellationToken);

    /// <summary>The same without an outcome that matters, also for a question whose answer does not.</summary>
    public Task LaterAsync(CancellationToken cancellationToken) => LaterAsync(null, cancellationToken);

    /// <summary>Asks for the first row before anything that is asked afterwards, and need not have the answer yet.</summary>
    public abstract Task<Deferred<T>> FirstLaterAsync<T>(Func<Row, T> map, CancellationToken cancellationToken);

    /// <summary>The same for every row.</summary>
    public abstract Task<Deferred<List<T>>> ListLaterAsync<T>(Func<Row, T> map, CancellationToken cancellationToken);

    /// <summary>Maps the first row; the default when there is none.</summary>
    public abstract Task<T?> FirstAsync<T>(Func<Row, T> map, CancellationToken cancellationToken);

    /// <summary>Maps every row.</summary>
    public Task<List<T>> ListAsync<T>(Func<Row, T> map, CancellationToken cancellationToken) => ListAsync(map, static _ => false, cancellationToken);

    /// <summary>Maps rows up to and with the first for which <paramref name="isLast"/> holds.</summary>
    public abstract Task<List<T>> ListAsync<T>(Func<Row, T> map, Func<T, bool> isLast, CancellationToken cancellationToken);

    /// <summary>Whether there is a row.</summary>
    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => FirstAsync(static _ => true, cancellationToken);

    /// <summary>The first column of the first row as a whole number; null when there is no row or no value.</summary>
    public Task<long?> NumberAsync(CancellationToken cancellationToken) => FirstAsync(static row => row.Number(0), cancellationToken);

    /// <summary>A parameter is given for the first time.</summary>
    /// <param name="name">As the text has it; one that occurs several times there is given once.</param>
    private protected abstract void Add(string name);

    /// <param name="place">The first parameter that was given is at 0.</param>
    /// <param name="value">Null for none.</param>
    private protected abstract void Bind(int place, string? value);

    private protected abstract void Bind(int place, long? value);

    private protected abstract void Bind(int place, byte[] value);

    private protected abstract void Bind(int place, AssessmentId? value);

    private protected abstract void BindTenant(int place, ConversationKey key);

    private protected abstract void BindJson<T>(int place, T value, JsonTypeInfo<T> type);

    private int Place(string name)
    {
        if (next == names.Count)
        {
            names.Add(name);
            Add(name);
        }

        return names[next] == name ? next++ : throw new InvalidOperationException($"Parameter {name} came where {names[next]} came before.");
    }
}
