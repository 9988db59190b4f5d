using ChecklistBot.Assessments.Channels;
using ChecklistBot.Health;
using ChecklistBot.Rooms;
using ChecklistBot.Settings;
using ChecklistBot.Slack;
using ChecklistBot.Teams;
using ChecklistBot.Teams.Channel;
using ChecklistBot.Web;

namespace ChecklistBot.Composition;

/// <summary>The platforms, each switched on by its own settings.</summary>
internal static class PlatformServices
{
    public static WebApplicationBuilder AddPlatforms(this WebApplicationBuilder builder, BotSettings settings)
    {
        var services = builder.Services;
        if (settings.IsWebOn)
        {
            services.AddSingleton<IRooms, StoredRooms>();
            services.AddSingleton<ICardPreview, TeamsCardPreview>();
            services.AddSingleton<ICardPreview, SlackPreview>();
            services.AddWeb(new WebChannelSettings
            {
                Key = settings.WebKey,
                PublicUrl = settings.PublicUrl,
                TimeZone = settings.TimeZone,
                Title = settings.Checklist.Definition.Title,
                Intro = settings.Checklist.Definition.Intro,
            });
        }

        if (settings.Teams.IsOn)
        {
            services.AddTeams(settings.Teams);
            services.AddSingleton<TeamsReadiness>();
            services.AddHealthChecks().AddCheck<TeamsReadiness>("teams", failureStatus: null, tags: [], HealthRoutes.Patience);
        }

        if (settings.Slack.IsOn)
        {
            services.AddSlack(settings.Slack);
            services.AddSingleton<SlackReadiness>();
            services.AddHealthChecks().AddCheck<SlackReadiness>("slack", failureStatus: null, tags: [], HealthRoutes.Patience);
        }

        return builder;
    }

    public static void MapPlatforms(this WebApplication app, BotSettings settings)
    {
        if (settings.IsWebOn)
            app.MapWeb();
        if (settings.Teams.IsOn)
            app.MapTeams();
        if (settings.Slack.IsOn)
            app.MapSlack();
    }
}
