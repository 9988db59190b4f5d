using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Npgsql;

namespace ChecklistBot.Storage.Tests.Postgres;

/// <summary>What PostgreSQL would do for a statement if reading a whole table were dear, as it is once the table is large.</summary>
internal static partial class QueryPlans
{
    private static readonly string[] Numbers =
    [
        "now", "count", "number", "person", "limit", "most", "before", "sequence", "at", "revision", "copy", "shown", "broadcast", "changed", "pinned",
        "provisional", "started_at", "decided_at", "decided_revision", "pinned_revision", "version", "expires", "last", "due", "sent_at",
        "delivered_version", "delivered_pinned", "attempts", "repeats", "length", "known", "back", "latest", "soon", "grace",
    ];

    /// <summary>There are never more claims than conversations in hand, and one statement asks for all of them.</summary>
    private const string AllClaims = "Seq Scan on claims every";

    public static async Task AssertKeysAreUsedAsync(string connectionString, IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await ReadAsync(connection, "SET enable_seqscan = off", cancellationToken);
        var used = statements.ToList();
        Assert.NotEmpty(used);
        foreach (var statement in used)
            foreach (var step in await ReadAsync(connection, "EXPLAIN " + Parameter().Replace(statement, Sample), cancellationToken))
                Assert.False(step.Contains("Seq Scan", StringComparison.Ordinal) && !step.Contains(AllClaims, StringComparison.Ordinal), $"{step}\n{statement}");
    }

    private static string Sample(Match parameter) => parameter.Groups["name"].Value switch
    {
        "hash" => "'x'::bytea",
        var name when Numbers.Contains(name) || Counted().IsMatch(name) => "1::bigint",
        _ => "'x'::text",
    };

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "The product's own statements.")]
    private static async Task<List<string>> ReadAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var steps = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            steps.Add(reader.GetString(0));
        return steps;
    }

    [GeneratedRegex("@(?<name>[a-z_0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();

    /// <summary>People, and the ends of dates.</summary>
    [GeneratedRegex("^(p|from|until)[0-9]+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();
}
