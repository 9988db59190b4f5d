namespace ChecklistBot.Teams.Protocol;

/// <summary>The activity types that mean something here; every other type is acknowledged and left alone.</summary>
public static class ActivityTypes
{
    /// <summary>Text, or the press of an <c>Action.Submit</c>.</summary>
    public const string Message = "message";

    /// <summary>An edit of a message that had reached the bot.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>Members came or went; the bot among them perhaps.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The app was installed or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A request whose answer the client waits for.</summary>
    public const string Invoke = "invoke";
}
