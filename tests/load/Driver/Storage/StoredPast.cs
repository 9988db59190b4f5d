using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ChecklistBot.Load.Storage;

/// <summary>
/// A database with a long past: one finished assessment, which the bot itself has stored, is copied again and again through the bot's own
/// tables, over many tenants with many conversations of a hundred assessments each.
/// </summary>
internal static class StoredPast
{
    private const int Batch = 100_000;
    private const int Tenants = 64;
    private const int PerConversation = 100;

    /// <summary>The repeats that are still remembered: those of the newest turns.</summary>
    private const int Seen = 200_000;

    /// <summary>Where the copy with number <c>i</c> stands. The expressions use <c>i</c> and the row that is copied.</summary>
    private static readonly Dictionary<string, string> Everywhere = new(StringComparer.Ordinal)
    {
        ["tenant"] = $"replace(t.tenant, '000000000000', printf('%012d', (i / {PerConversation}) % {Tenants}))",
        ["conversation"] = $"'a:past-' || (i / {PerConversation})",
        ["assessment"] = "printf('AZ%019dA', i)",
        ["state"] = "replace(t.state, first.assessment, printf('AZ%019dA', i))",
        ["platform_id"] = "t.platform_id || '-' || i",
    };

    /// <summary>Copies until so many assessments are stored; says how.</summary>
    /// <param name="path">The database, with exactly one assessment, finished and delivered.</param>
    /// <param name="count">How many.</param>
    public static string Fill(string path, int count)
    {
        var begun = Stopwatch.GetTimestamp();
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = false }.ToString()))
        {
            connection.Open();
            Run(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -262144");
            var tables = new[]
            {
                Copy(connection, "assessments", ("number", $"i % {PerConversation} + 1")),
                Copy(connection, "events"),
                Copy(connection, "messages", ("number", $"(i % {PerConversation}) * 10 + t.number"), ("changed", $"(i % {PerConversation}) * 10 + t.changed")),
            };
            Run(connection, "CREATE TEMP TABLE first AS SELECT tenant, conversation, assessment FROM assessments");
            foreach (var table in new[] { "assessments", "events", "messages" })
                Run(connection, $"CREATE TEMP TABLE first_{table} AS SELECT * FROM main.{table} WHERE assessment = (SELECT assessment FROM first)");
            Run(connection, $"""
                INSERT OR IGNORE INTO tenants SELECT {Everywhere["tenant"]}, 1 FROM ({Numbers(0, Tenants, PerConversation)}), main.tenants AS t;
                INSERT OR IGNORE INTO people (tenant, person, platform_id, name) SELECT {Everywhere["tenant"]}, 1, t.platform_id, t.name
                    FROM ({Numbers(0, Tenants, PerConversation)}), main.people AS t WHERE t.person = 1
                """);
            for (var from = 0; from < count; from += Batch)
            {
                var numbers = Numbers(from, Math.Min(Batch, count - from), 1);
                Run(connection, $"""
                    BEGIN;
                    INSERT OR IGNORE INTO conversations (tenant, conversation, kind, address, last_assessment, last_message, changes, first_seen, last_seen)
                        SELECT {Everywhere["tenant"]}, {Everywhere["conversation"]}, t.kind, t.address, {PerConversation}, {PerConversation * 10}, {PerConversation * 10}, t.first_seen, t.last_seen
                        FROM ({numbers}), first, main.conversations AS t WHERE t.tenant = first.tenant AND t.conversation = first.conversation AND i % {PerConversation} = 0;
                    {string.Join('\n', tables.Select(table => table.Replace("@numbers", numbers, StringComparison.Ordinal)))}
                    COMMIT
                    """);
            }

            Run(connection, $"""
                INSERT INTO seen (tenant, hash, answer, expires) SELECT {Everywhere["tenant"]}, randomblob(32), t.answer, t.expires + i
                    FROM ({Numbers(0, Math.Min(Seen, count * 7), 1)}), (SELECT * FROM main.seen LIMIT 1) AS t;
                PRAGMA wal_checkpoint(TRUNCATE)
                """);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} finished assessments stored beforehand: {new FileInfo(path).Length / 1024.0 / 1024:N0} MB, filled in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s");
    }

    /// <summary>The statement that copies a table's rows of the first assessment; <c>@numbers</c> stands for the copies' numbers.</summary>
    private static string Copy(SqliteConnection connection, string table, params (string Column, string Value)[] own)
    {
        var columns = Columns(connection, table);
        var values = columns.Select(column =>
            own.FirstOrDefault(one => one.Column == column).Value ?? Everywhere.GetValueOrDefault(column, $"t.{column}"));
        return $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM (@numbers), first, first_{table} AS t;";
    }

    private static string Numbers(int from, int count, int step) => string.Create(
        CultureInfo.InvariantCulture,
        $"WITH RECURSIVE n (i) AS (VALUES ({from}) UNION ALL SELECT i + {step} FROM n LIMIT {count}) SELECT i FROM n");

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "Names of this class.")]
    private static List<string> Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "Constants of this class and numbers.")]
    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 600;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
