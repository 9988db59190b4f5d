namespace ChecklistBot.Teams.Protocol;

/// <summary>Decides what an authenticated activity means. Never throws, whatever the activity holds.</summary>
public static class IncomingReader
{
    /// <summary>Reads an activity's meaning.</summary>
    public static Incoming Read(Activity activity) =>
        Is(activity, ActivityTypes.Message) ? Message(activity)
        : Is(activity, ActivityTypes.MessageUpdate) ? Edit(activity)
        : Is(activity, ActivityTypes.Invoke) ? Invoke(activity)
        : Is(activity, ActivityTypes.ConversationUpdate) ? Membership(activity)
        : Is(activity, ActivityTypes.InstallationUpdate) ? Installation(activity)
        : new Ignored();

    private static bool Is(Activity activity, string type) => activity.Type.Equals(type, StringComparison.OrdinalIgnoreCase);

    private static Incoming Message(Activity activity)
    {
        // An Action.Submit is a message with a value and without text.
        if (activity.Value.ValueKind == System.Text.Json.JsonValueKind.Object && string.IsNullOrWhiteSpace(activity.Text))
        {
            return new ButtonPressed(PressedActionReader.Submit(activity.Value), CardId(activity), ExpectsCard: false);
        }

        return new MessageArrived(MentionText.Clean(activity), IsEdit: false);
    }

    // Undeleting a message says nothing new; only an edit may carry a command.
    private static Incoming Edit(Activity activity) => activity.EventType is null or "editMessage"
        ? new MessageArrived(MentionText.Clean(activity), IsEdit: true)
        : new Ignored();

    private static Incoming Invoke(Activity activity)
    {
        switch (activity.Name)
        {
            case InvokeNames.CardAction:
                var (action, error) = PressedActionReader.Execute(activity.Value);
                return action is null ? new BadInvoke(error!) : new ButtonPressed(action, CardId(activity), ExpectsCard: true);
            case InvokeNames.DialogFetch:
                return new DialogRequested(PressedActionReader.Dialog(activity.Value), CardId(activity));
            case InvokeNames.DialogSubmit:
                return new DialogSent(PressedActionReader.Dialog(activity.Value));
            default:
                return new UnknownInvoke();
        }
    }

    private static Incoming Membership(Activity activity) =>
        activity.Recipient is { } bot && activity.MembersAdded.Any(bot.IsSameAs) ? new BotAdded() : new Ignored();

    // An upgrade of the app is no new acquaintance, so only "add" is welcomed.
    private static Incoming Installation(Activity activity) =>
        string.Equals(activity.Action, "add", StringComparison.OrdinalIgnoreCase) ? new BotAdded() : new Ignored();

    private static string? CardId(Activity activity) => Identifier.IsUsable(activity.ReplyToId) ? activity.ReplyToId : null;
}
