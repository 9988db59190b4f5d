using System.Collections.Frozen;

namespace ChecklistBot.Slack.WebApi;

/// <summary>Slack's error codes in words that a person in the channel, or the one who runs the bot, can act on.</summary>
internal static class ErrorSentences
{
    private const string InviteMe = "I am not in this conversation. Invite me (type /invite and my name), then repeat your command.";
    private const string InviteMeToPin =
        "I am not in this conversation. Invite me (type /invite and my name), then press Pin again below it, or type pin and its number. My own register keeps it.";
    private const string PinsRestricted =
        "In this workspace only some people may pin: one of them can pin the recommendation by hand. The register keeps it in any case.";
    private const string NoPermission = "Slack does not allow me this: whoever looks after the workspace has to install the app again with all its permissions.";
    private const string TokenDead = "Slack does not accept my token any more: whoever runs me has to install the app again and set Slack:BotToken.";
    private const string Archived = "This channel is archived: bring it back, or use another channel.";
    private const string MessageGone = "The message is not there any more.";
    private const string Restricted = "This channel lets only some people do that, and I am not one of them: ask an admin, or use another channel.";
    private const string NotSharedOut = "The other organisation in this channel does not allow it: use a channel of your own workspace.";
    private const string TooLong = "This became longer than Slack takes in one message.";
    private const string TooLate = "Slack gave up waiting for me. Please press once more.";
    private const string Busy = "Slack asked me to slow down; it follows in a moment.";

    private static readonly FrozenDictionary<string, string> Sentences = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["not_in_channel"] = InviteMe,
        ["channel_not_found"] = InviteMe,
        ["user_not_in_channel"] = "You are not in that conversation, so I cannot show it to you.",
        ["is_archived"] = Archived,
        ["is_inactive"] = Archived,
        ["channel_is_limited_access"] = InviteMe,
        ["too_many_members"] = InviteMe,
        ["method_not_supported_for_channel_type"] = InviteMe,
        ["message_not_found"] = MessageGone,
        ["bad_timestamp"] = MessageGone,
        ["cant_update_message"] = "That message is not mine, so I cannot change it.",
        ["edit_window_closed"] = "This workspace does not let messages of that age be changed: type status for a new card.",
        ["restricted_action"] = Restricted,
        ["restricted_action_read_only_channel"] = Restricted,
        ["restricted_action_thread_only_channel"] = "This channel takes new messages in threads only: mention me in a thread.",
        ["restricted_action_non_threadable_channel"] = "This channel has no threads: mention me in the channel itself.",
        ["restricted_action_thread_locked"] = "This thread is locked: mention me in the channel itself.",
        ["cannot_reply_to_message"] = "One cannot reply to that message: mention me in the channel itself.",
        ["messages_tab_disabled"] = "My messages tab is off in this workspace: an admin can switch it on in the app's settings.",
        ["message_limit_exceeded"] = "This workspace has reached its plan's message limit: ask whoever looks after it.",
        ["app_access_restricted"] = NoPermission,
        ["too_many_pins"] = "This channel has as many pins as Slack allows: unpin something, then press Pin again below it, or type pin and its number. My own register keeps it.",
        ["not_pinnable"] = "Slack does not let this message be pinned. My own register keeps it.",
        ["external_channel_migrating"] = "Slack is moving this channel at the moment: try again later.",
        ["msg_too_long"] = TooLong,
        ["msg_blocks_too_long"] = TooLong,
        ["view_too_large"] = TooLong,
        ["expired_trigger_id"] = TooLate,
        ["exchanged_trigger_id"] = TooLate,
        ["invalid_trigger_id"] = TooLate,
        ["hash_conflict"] = "The form changed meanwhile. Please open it once more.",
        ["user_not_found"] = "Slack does not know that person.",
        ["user_not_visible"] = "Slack does not show me that person.",
        ["not_authed"] = TokenDead,
        ["invalid_auth"] = TokenDead,
        ["account_inactive"] = TokenDead,
        ["token_revoked"] = TokenDead,
        ["token_expired"] = TokenDead,
        ["user_removed_from_team"] = TokenDead,
        ["team_disabled"] = TokenDead,
        ["missing_scope"] = NoPermission,
        ["no_permission"] = NoPermission,
        ["not_allowed_token_type"] = NoPermission,
        ["access_denied"] = NoPermission,
        ["accesslimited"] = NoPermission,
        ["org_login_required"] = NoPermission,
        ["team_access_not_granted"] = NoPermission,
        ["enterprise_is_restricted"] = NoPermission,
        ["ekm_access_denied"] = NoPermission,
        ["two_factor_setup_required"] = NoPermission,
        ["ratelimited"] = Busy,
        ["rate_limited"] = Busy,
        ["not_reached"] = "I cannot reach Slack at the moment; it follows as soon as I can.",
        ["expired_url"] = "Slack takes no more answers to that press: repeat it, please.",
        [SlackWebApi.OwnLimit] = Busy,
        [SlackWebApi.NotSlacksAddress] = "That answering address is not Slack's, so I did not use it.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string For(string code)
    {
        if (Sentences.TryGetValue(code, out var sentence))
            return sentence;
        return code.StartsWith("slack_connect_", StringComparison.Ordinal)
            ? NotSharedOut
            : $"Slack refused this ({Plain(code)}): tell whoever runs me.";
    }

    /// <summary>The same for a pin that was refused: the register keeps it in any case, and asking for it again has it tried again.</summary>
    public static string ForPin(string code) => code == "restricted_action" ? PinsRestricted : For(code) == InviteMe ? InviteMeToPin : For(code);

    /// <summary>The token is dead for good: only the one who runs the bot can mend it.</summary>
    public static bool EndsToken(string code) => Sentences.TryGetValue(code, out var sentence) && sentence == TokenDead;

    /// <summary>A code is a short snake-case word; anything else is not repeated.</summary>
    private static string Plain(string code) =>
        code.Length is > 0 and <= 60 && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') ? code : "unknown_error";
}
