using System.Globalization;
using ChecklistBot.Storage.Copying;

namespace ChecklistBot.Tools;

/// <summary>Tells the one who called what is copied, how far it has come and what to do next.</summary>
internal sealed class CopyStory(TextWriter output) : ICopyListener
{
    private readonly List<TableSize> compared = [];

    public void Begins(string source, string target, IReadOnlyList<TableSize> tables)
    {
        Say($"From: {source} (SQLite)");
        Say($"To:   {target} (PostgreSQL)");
        Say($"To copy: {Count("assessments", "assessment")} with {Count("events", "event")}, {Count("messages", "message")}, "
            + $"{Count("people", "person")} and {Count("conversations", "conversation")}.");

        string Count(string table, string one) => Text(tables.Single(size => size.Name == table).Rows, one, table);
    }

    public void Copied(TableSize table, long rows) =>
        Say(rows < table.Rows ? $"  {table.Name}: {Text(rows)} of {Rows(table.Rows)}" : $"  {table.Name}: {Rows(rows)}");

    public void Compared(TableSize table)
    {
        if (compared.Count == 0)
            Say("Reading back to compare:");
        compared.Add(table);
        Say($"  {table.Name}: the same");
    }

    /// <summary>What comes next.</summary>
    public void End()
    {
        Say($"Copied: {Rows(compared.Sum(table => table.Rows))} of {compared.Count} tables, each compared with its original. The file was not changed.");
        Say("Now set Storage:Provider to postgresql and Storage:ConnectionString to the connection string that you gave here, and start the bot.");
        Say("Run no bot on the file at the same time: people would be answered twice.");
        Say("Keep the file until you are content with the move: with the former settings the bot goes on from it as it is now.");
    }

    private static string Rows(long number) => Text(number, "row", "rows");

    private static string Text(long number, string one, string many) => $"{Text(number)} {(number == 1 ? one : many)}";

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    // At once: a large file takes a while.
    private void Say(string line)
    {
        output.WriteLine(line);
        output.Flush();
    }
}
