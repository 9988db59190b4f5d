using ChecklistBot.Assessments.Channels;
using ChecklistBot.Delivery;
using ChecklistBot.Settings;
using ChecklistBot.Storage;
using ChecklistBot.Storage.Postgres;
using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Sqlite;
using ChecklistBot.Telemetry;
using ChecklistBot.Turns;
using ChecklistBot.Web.Live;

namespace ChecklistBot.Composition;

/// <summary>Storage, the turn loop and the delivery loop.</summary>
internal static class TurnServices
{
    public static WebApplicationBuilder AddTurns(this WebApplicationBuilder builder, BotSettings settings)
    {
        var services = builder.Services;
        services.AddSingleton<RelationalStore>(provider => settings.Storage.IsSqlite
            ? new SqliteAssessmentStore(settings.Storage.ConnectionString!) { IsFollowed = IsFollowed }
            : new PostgresAssessmentStore(settings.Storage.ConnectionString!)
            {
                IsFollowed = IsFollowed,
                ChangedElsewhere = key => WakePages(provider.GetService<RoomHub>(), key),
            });
        services.AddSingleton<IAssessmentStore>(provider => provider.GetRequiredService<RelationalStore>());
        services.AddSingleton(provider => provider.GetRequiredService<RelationalStore>().Signal);
        services.AddSingleton<IIdSource, RandomIds>();
        services.AddSingleton<Playbook>();
        services.AddSingleton<Drawing>();
        services.AddSingleton<TappedMessage>();
        services.AddSingleton<ConversationDesk>();
        services.AddSingleton<AssessmentDesk>();
        services.AddSingleton<TurnWork>();
        services.AddSingleton<ITurnHandler, TurnHandler>();
        services.AddSingleton<Tracing>();
        services.AddSingleton<Acknowledgements>();
        services.AddSingleton<AnswerWatch>();
        services.AddSingleton<Hands>();
        services.AddSingleton<Channels>();
        services.AddSingleton<DeliveryTrouble>();
        services.AddSingleton<DeliveryMetrics>();
        services.AddSingleton<DeliveryDesk>();
        services.AddSingleton<Postman>();
        services.AddHostedService<Migration>();
        services.AddHostedService<DeliveryLoop>();
        services.AddHostedService<QueueAge>();
        return builder;
    }

    /// <summary>Only the web room reads on in its stream of changes.</summary>
    private static bool IsFollowed(ConversationKey key) => key.Platform == WebChannel.Name;

    /// <summary>A page hears of what its own copy delivers from the channel, and of the rest from here.</summary>
    private static void WakePages(RoomHub? hub, ConversationKey? key)
    {
        if (key is null)
            hub?.SignalAll();
        else if (key.Platform == WebChannel.Name)
            hub?.Signal(key.Id);
    }
}
