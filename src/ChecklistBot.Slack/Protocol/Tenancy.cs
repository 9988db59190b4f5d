using System.Text.Json;

namespace ChecklistBot.Slack.Protocol;

/// <summary>
/// Which installation a payload belongs to. The author's own workspace (<c>user.team_id</c>, <c>event.team</c>) is never
/// used: in a channel shared between organisations it is one where the bot may not be installed.
/// </summary>
internal static class Tenancy
{
    public static string? OfEvent(JsonElement root)
    {
        var authorization = root.Member("authorizations").First();
        if (authorization.Flag("is_enterprise_install"))
            return authorization.Id("enterprise_id") ?? root.Id("context_enterprise_id") ?? root.Id("enterprise_id");
        return root.Id("context_team_id") ?? authorization.Id("team_id") ?? root.Id("team_id");
    }

    public static string? OfInteraction(JsonElement root)
    {
        if (root.Flag("is_enterprise_install"))
            return root.Member("enterprise").Id("id") ?? root.Member("team").Id("enterprise_id");
        var view = root.Member("view");
        return view.Id("app_installed_team_id") ?? root.Member("team").Id("id") ?? view.Id("team_id") ?? root.Member("enterprise").Id("id");
    }

    /// <summary>In a command every field is a text, over sockets too.</summary>
    public static string? OfCommand(Func<string, string?> field) =>
        JsonReading.AsId(field("is_enterprise_install") == "true" ? field("enterprise_id") : field("team_id"));
}
