using System.Threading.Channels;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Postgres;
using ChecklistBot.Storage.Tests.Contract;
using ChecklistBot.Storage.Tests.Data;
using Npgsql;

namespace ChecklistBot.Storage.Tests.Postgres;

/// <summary>What copies tell each other of what people see.</summary>
public sealed class PostgresNewsTests(PostgresServer server) : StoreContract
{
    private PostgresTestDatabase Postgres => (PostgresTestDatabase)Database;

    /// <summary>Pages of a room that another copy delivered in were as late as their next heart beat.</summary>
    [Fact]
    public async Task What_a_followed_conversation_shows_otherwise_is_heard_by_every_other_copy_when_it_was_wanted_and_when_it_was_delivered()
    {
        var heard = Channel.CreateUnbounded<ConversationKey?>();
        await using var second = new PostgresAssessmentStore(Postgres.ConnectionString)
        {
            ChangedElsewhere = key => heard.Writer.TryWrite(key),
        };
        await second.MigrateAsync(Token);

        await Write(turn => turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Notice("Hello") }, Now, Token));
        Assert.Equal(Room, await heard.Reader.ReadAsync(Token));
        var seen = second.Signal.Raised;
        await Write(turn => turn.SaveDeliveryAsync(Room, 1, Deliveries.Done(1), Token));
        Assert.Equal(Room, await heard.Reader.ReadAsync(Token));
        // There is nothing for those who deliver.
        Assert.Equal(seen, second.Signal.Raised);

        await Postgres.RunAsync(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = current_setting('application_name') AND query LIKE 'LISTEN%'",
            Token);
        // Whatever was missed meanwhile.
        Assert.Null(await heard.Reader.ReadAsync(Token));
        await second.WriteAsync((turn, token) => turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Notice("Own") }, Now, token), Token);
        Assert.False(heard.Reader.TryRead(out _));
    }

    [Fact]
    public async Task What_nobody_follows_is_announced_once_and_its_deliveries_not_at_all()
    {
        await using var quiet = new PostgresAssessmentStore(Postgres.ConnectionString) { IsFollowed = static _ => false };
        await quiet.MigrateAsync(Token);
        await using var connection = new NpgsqlConnection(Postgres.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Token);
        var schema = (string)(await Postgres.RunAsync("SELECT current_schema()", Token))!;
        var said = 0;
        connection.Notification += (_, notice) => said += notice.Payload.StartsWith(schema, StringComparison.Ordinal) ? 1 : 0;
        await using (var listen = new NpgsqlCommand("LISTEN checklistbot_pending", connection))
            await listen.ExecuteNonQueryAsync(Token);

        var number = await quiet.WriteAsync(
            (turn, token) => turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Notice("Hello") }, Now, token), Token);
        await quiet.WriteAsync(
            async (turn, token) =>
            {
                await turn.SaveDeliveryAsync(Room, number, Deliveries.Done(1), token);
                return true;
            },
            Token);
        await using (var last = new NpgsqlCommand("SELECT 1", connection))
            await last.ExecuteScalarAsync(Token);

        Assert.Equal(1, said);
    }

    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}
