using System.Buffers;
using System.Data.Common;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Tables;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>A prepared statement of SQLite, which works on the caller's thread.</summary>
internal sealed class SqliteStatement : Statement, IDisposable
{
    /// <summary>Texts up to this many UTF-16 units are turned into UTF-8 on the stack.</summary>
    private const int Short = 256;

    private readonly sqlite3 connection;
    private readonly sqlite3_stmt prepared;
    private readonly nint handle;
    private readonly int wanted;
    private readonly SqliteRow row;
    private readonly List<int> parameters = [];
    private readonly JsonBuffer json;

    /// <param name="connection">Open, and longer than this.</param>
    /// <param name="text">One statement.</param>
    /// <param name="json">Of the session.</param>
    /// <exception cref="SqliteException">SQLite does not take the text.</exception>
    public SqliteStatement(sqlite3 connection, string text, JsonBuffer json)
    {
        this.connection = connection;
        this.json = json;
        var result = raw.sqlite3_prepare_v3(connection, text, raw.SQLITE_PREPARE_PERSISTENT, out prepared, out var rest);
        SqliteException.ThrowExceptionForRC(result, connection);
        if (rest.Trim().Length > 0)
        {
            prepared.Dispose();
            throw new ArgumentException($"There is more than one statement in \"{text}\".", nameof(text));
        }

        handle = prepared.DangerousGetHandle();
        wanted = raw.sqlite3_bind_parameter_count(prepared);
        row = new SqliteRow(handle);
    }

    public override Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        Begin(cancellationToken);
        try
        {
            while (Step())
            {
                // What a pragma answers is nobody's wish here.
            }

            return Task.FromResult(raw.sqlite3_changes(connection));
        }
        finally
        {
            End();
        }
    }

    // Nothing is gained by waiting: there is no way between.
    public override async Task LaterAsync(Overtaken? overtaken, CancellationToken cancellationToken)
    {
        int rows;
        try
        {
            rows = await ExecuteAsync(cancellationToken);
        }
        catch (DbException failure) when (overtaken?.Explain(failure, SqliteDialect.Instance) is { } stale)
        {
            throw stale;
        }

        if (overtaken?.Explain(rows) is { } unchanged)
            throw unchanged;
    }

    public override async Task<Deferred<T>> FirstLaterAsync<T>(Func<Row, T> map, CancellationToken cancellationToken) =>
        new Deferred<T>(static _ => Task.CompletedTask).With(await FirstAsync(map, cancellationToken));

    public override async Task<Deferred<List<T>>> ListLaterAsync<T>(Func<Row, T> map, CancellationToken cancellationToken) =>
        new Deferred<List<T>>(static _ => Task.CompletedTask).With(await ListAsync(map, cancellationToken));

    public override Task<T?> FirstAsync<T>(Func<Row, T> map, CancellationToken cancellationToken)
        where T : default
    {
        Begin(cancellationToken);
        try
        {
            var first = Step() ? map(row) : default;
            // Only here is told what RETURNING finds wrong at its end.
            Check(SqliteCalls.Reset(handle));
            return Task.FromResult(first);
        }
        finally
        {
            End();
        }
    }

    public override Task<List<T>> ListAsync<T>(Func<Row, T> map, Func<T, bool> isLast, CancellationToken cancellationToken)
    {
        Begin(cancellationToken);
        var rows = new List<T>();
        try
        {
            while ((rows.Count == 0 || !isLast(rows[^1])) && Step())
                rows.Add(map(row));
            Check(SqliteCalls.Reset(handle));
            return Task.FromResult(rows);
        }
        finally
        {
            End();
        }
    }

    public void Dispose() => prepared.Dispose();

    private protected override void Add(string name)
    {
        var parameter = raw.sqlite3_bind_parameter_index(prepared, name);
        parameters.Add(parameter > 0 ? parameter : throw new InvalidOperationException($"There is no parameter {name} in this statement."));
    }

    private protected override void Bind(int place, string? value)
    {
        if (value is null)
        {
            Check(SqliteCalls.BindNull(handle, parameters[place]));
            return;
        }

        byte[]? rented = null;
        var room = Encoding.UTF8.GetMaxByteCount(value.Length);
        var bytes = value.Length <= Short ? stackalloc byte[room] : rented = ArrayPool<byte>.Shared.Rent(room);
        BindText(place, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
    }

    private protected override void Bind(int place, long? value) =>
        Check(value is { } number ? SqliteCalls.BindNumber(handle, parameters[place], number) : SqliteCalls.BindNull(handle, parameters[place]));

    private protected override void Bind(int place, byte[] value) => Check(SqliteCalls.BindBytes(handle, parameters[place], value));

    private protected override void Bind(int place, AssessmentId? value)
    {
        if (value is not { } id)
        {
            Check(SqliteCalls.BindNull(handle, parameters[place]));
            return;
        }

        Span<byte> bytes = stackalloc byte[AssessmentId.Length];
        id.Write(bytes);
        BindText(place, bytes);
    }

    private protected override void BindTenant(int place, ConversationKey key)
    {
        if (key.Platform.Length + key.Tenant.Length >= Short)
        {
            Bind(place, key.TenantOf());
            return;
        }

        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(Short)];
        BindText(place, bytes[..key.WriteTenant(bytes)]);
    }

    private protected override void BindJson<T>(int place, T value, JsonTypeInfo<T> type) => BindText(place, json.Write(value, type));

    private void BindText(int place, ReadOnlySpan<byte> text) => Check(SqliteCalls.BindText(handle, parameters[place], text));

    /// <summary>Whether there is a row.</summary>
    private bool Step()
    {
        var result = SqliteCalls.Step(handle);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(result, connection);
        return result == raw.SQLITE_ROW;
    }

    private void Begin(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // To SQLite a parameter that was never given is NULL, with which nothing is equal.
        if (parameters.Count != wanted)
            throw new InvalidOperationException("A parameter of this statement was not given.");
    }

    // After a failure it says once more what the step said, and after all else there is nothing left to say.
    private void End() => _ = SqliteCalls.Reset(handle);

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, connection);
}
