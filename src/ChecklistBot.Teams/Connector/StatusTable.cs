using System.Net;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Teams.Connector;

/// <summary>
/// What a status of the platform means for a delivery, after the status table of its documentation on conversation messages; a
/// 5xx never tells whether a new message was kept.
/// </summary>
internal static class StatusTable
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CredentialWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ConflictWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Reads a failure.</summary>
    /// <param name="reply">Not a success.</param>
    /// <param name="changesMessage">True for an edit or a removal, whose message may have been deleted.</param>
    public static DeliveryOutcome Failure(PlatformReply reply, bool changesMessage) => reply.Status switch
    {
        HttpStatusCode.TooManyRequests => new Wait(Bounded(reply.RetryAfter ?? DefaultWait)),
        HttpStatusCode.PreconditionFailed => new Wait(Bounded(reply.RetryAfter ?? ConflictWait)),
        // Nothing is wrong with the message: it waits until the one who runs the bot has mended the credential.
        HttpStatusCode.Unauthorized => new Wait(CredentialWait),
        HttpStatusCode.Forbidden => new Refused(Forbidden(reply.ErrorCode)),
        HttpStatusCode.NotFound when changesMessage && reply.ErrorCode != "ConversationNotFound" => new Gone(),
        HttpStatusCode.NotFound => new Refused("Teams no longer knows this conversation: it was deleted, or the bot was removed from it. If it still exists, add the app to it again."),
        HttpStatusCode.Gone when changesMessage => new Gone(),
        HttpStatusCode.RequestEntityTooLarge => new Refused("The message is larger than Teams accepts."),
        HttpStatusCode.RequestTimeout => new Unknown("408"),
        >= HttpStatusCode.InternalServerError => new Unknown(Number(reply)),
        >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => new Refused("Teams' address answered with a redirection, which is never followed."),
        _ => new Refused($"Teams did not accept the message ({Number(reply)}): tell whoever runs the bot."),
    };

    private static string Forbidden(string code) => code switch
    {
        "BotNotInConversationRoster" =>
            "The bot is not a member of this conversation any more, so Teams takes no messages from it. Add the app again to go on.",
        "BotDisabledByAdmin" => "An administrator has switched the bot off in Teams: ask them to allow it again.",
        "ConversationBlockedByUser" => "The bot was blocked in this conversation. Unblock it to go on.",
        "NotEnoughPermissions" => "Teams does not allow the bot to write here: its permissions were reduced. Ask an administrator to give them back.",
        "InvalidBotApiHost" => "This tenant belongs to a government cloud, which is served from another address: the bot cannot work there.",
        _ => "Teams does not allow the bot to write in this conversation: ask whoever owns it, or an administrator.",
    };

    /// <summary>The status and the error's code, for whoever runs the bot.</summary>
    public static string Number(PlatformReply reply)
    {
        var status = ((int)reply.Status).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return reply.ErrorCode.Length == 0 ? status : $"{status} {reply.ErrorCode}";
    }

    /// <summary>None at all is asked for only by mistake, or by a date that one of the two clocks has passed: the same call would be refused again at once.</summary>
    private static TimeSpan Bounded(TimeSpan wait) => wait < ShortestWait ? ShortestWait : wait > LongestWait ? LongestWait : wait;
}
