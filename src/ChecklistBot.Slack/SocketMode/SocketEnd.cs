namespace ChecklistBot.Slack.SocketMode;

/// <summary>Why a connection needs a successor, or must have none.</summary>
internal enum SocketEnd
{
    /// <summary>Slack closed it, or it broke, without a word before.</summary>
    Lost,

    /// <summary>Slack announced its end: the successor comes first.</summary>
    Refresh,

    /// <summary>Slack counts too many connections of this app.</summary>
    TooMany,

    /// <summary>Socket Mode was switched off for the app, or its token is dead: no successor before a rest.</summary>
    Disabled,

    /// <summary>We are stopping.</summary>
    Stopped,
}
