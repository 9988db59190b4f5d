using ChecklistBot.Storage.Tests.Postgres;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Web;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChecklistBot.Tests.Tools;

/// <summary>A team's bot moves from its SQLite file to PostgreSQL.</summary>
[Trait("starts", "the binary")]
public sealed class CopyBinaryTests(PostgresServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bot_that_was_stopped_and_copied_shows_the_same_room_on_PostgreSQL_and_goes_on_from_there()
    {
        var target = await NewDatabaseAsync();
        var options = new BotOptions();
        await using var bot = await BotProcess.StartAsync(options);
        var room = new Caller(bot, "main");
        await room.SaysAsync("Ann", "start CRM to accounting");
        await room.AnswersAsync("Ben", "frequency", "real-time");
        await room.SaysAsync("Ann", "2a 3a 4b 5a 6b");
        await room.SaysAsync("Ben", "finish");
        await room.SaysAsync("Ann", "pin");
        await room.SaysAsync("Ann", "list");
        // A delivery may still change what a card shows: its link.
        Assert.Equal(0, await Eventually.BecomesAsync(() => PendingAsync(bot), pending => pending == 0));
        var before = await LookAsync(room);
        Assert.Contains("Lightweight connector", before, StringComparison.Ordinal);

        var running = await CopyAsync(bot, target);
        Assert.Equal(1, running.Code);
        Assert.Contains("is in use: stop the bot that runs on it", running.Errors, StringComparison.Ordinal);

        Assert.Equal(0, await bot.StopAsync());
        var copied = await CopyAsync(bot, target);
        Assert.True(copied.Code == 0, copied.Errors);
        Assert.Contains("To copy: 1 assessment with ", copied.Output, StringComparison.Ordinal);
        Assert.Contains("Now set Storage:Provider to postgresql and ", copied.Output, StringComparison.Ordinal);

        options.Settings["Storage:Provider"] = "postgresql";
        options.Settings["Storage:ConnectionString"] = target;
        await bot.StartAgainAsync();
        Assert.Equal(before, await LookAsync(room));
        await room.SaysAsync("Ben", "start Shop to warehouse");
        await room.SaysAsync("Ben", "list");
        var after = await Eventually.BecomesAsync(() => LookAsync(room), look => look.Contains("#2", StringComparison.Ordinal));
        Assert.Contains("#2 Shop to warehouse", after, StringComparison.Ordinal);

        var again = await CopyAsync(bot, target);
        Assert.Equal(1, again.Code);
        Assert.Contains("a copy neither mixes nor overwrites", again.Errors, StringComparison.Ordinal);
    }

    /// <summary>As the operator calls it: in the bot's folder, the connection string over standard input.</summary>
    private static Task<BotExit> CopyAsync(BotProcess bot, string target) => BotProgram.RunAsync(
        bot.Folder,
        new BotOptions { Environment = "Production", Arguments = ["copy", "--to", "postgresql", "-", "--Storage:ConnectionString=Data Source=checklistbot.db;Default Timeout=2"] },
        target);

    private async Task<string> NewDatabaseAsync()
    {
        var text = await server.ConnectionStringAsync(Token);
        await using var connection = new NpgsqlConnection(text + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var create = new NpgsqlCommand("CREATE DATABASE team", connection);
        await create.ExecuteNonQueryAsync(Token);
        return text.Replace("Database=postgres", "Database=team", StringComparison.Ordinal);
    }

    private static async Task<long> PendingAsync(BotProcess bot)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(bot.Folder, "checklistbot.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM messages WHERE state = 'pending'";
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }

    /// <summary>The conversation as it is drawn; only the tokens of its forms are new each time.</summary>
    private static async Task<string> LookAsync(Caller room)
    {
        var messages = (await room.PageAsync()).GetElementById("messages")!;
        foreach (var token in messages.QuerySelectorAll("[name=token]"))
            token.Remove();
        return messages.InnerHtml;
    }
}
