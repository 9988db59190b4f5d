using ChecklistBot.Rules;
using ChecklistBot.Slack;
using ChecklistBot.Teams.Settings;

namespace ChecklistBot.Settings;

/// <summary>Everything that was configured, checked: whoever holds one may start the bot with it.</summary>
internal sealed class BotSettings
{
    public required bool IsDevelopment { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<ListeningAddress> Addresses { get; init; }

    /// <summary>The address that people and platforms reach, where it is another than the one listened on.</summary>
    public required Uri? PublicUrl { get; init; }

    /// <summary>For the dates that people read.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Its connection string is complete: paths are full, defaults are filled in.</summary>
    public required StorageSection Storage { get; init; }

    /// <summary>The full path of SQLite's file; null with PostgreSQL.</summary>
    public required string? DatabasePath { get; init; }

    /// <summary>The configured checklist, or the built-in one.</summary>
    public required CompiledChecklist Checklist { get; init; }

    public required TeamsSettings Teams { get; init; }

    public required SlackSettings Slack { get; init; }

    public required bool IsWebOn { get; init; }

    /// <summary>The web channel's pass phrase; never null when an address is not loopback and the web channel is on.</summary>
    public required string? WebKey { get; init; }
}
