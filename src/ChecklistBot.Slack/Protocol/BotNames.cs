using System.Text.Json;

namespace ChecklistBot.Slack.Protocol;

/// <summary>
/// The user ids under which the bot is mentioned. Every event names the bot's user in its authorization, so events are
/// understood even before <c>auth.test</c> has answered.
/// </summary>
internal readonly record struct BotNames(string? Known, string? Authorized = null)
{
    public static BotNames Of(JsonElement root, SlackIdentity? identity)
    {
        var authorization = root.Member("authorizations").First();
        return new(identity?.BotUserId, authorization.Flag("is_bot") ? authorization.Id("user_id") : null);
    }

    public bool Is(ReadOnlySpan<char> user) =>
        !user.IsEmpty && ((Known is not null && user.SequenceEqual(Known)) || (Authorized is not null && user.SequenceEqual(Authorized)));
}
