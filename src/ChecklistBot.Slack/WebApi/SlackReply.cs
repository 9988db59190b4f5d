namespace ChecklistBot.Slack.WebApi;

/// <summary>The end of a call, as a value.</summary>
/// <typeparam name="T">What Slack answers when it did it.</typeparam>
/// <param name="Kind">How it ended.</param>
/// <param name="Answer">Set when done.</param>
/// <param name="Code">Slack's error code (<c>not_in_channel</c>), or our word for what went wrong; empty when done.</param>
/// <param name="After">How long to wait, when waiting helps.</param>
public sealed record SlackReply<T>(SlackReplyKind Kind, T? Answer, string Code, TimeSpan After)
    where T : class
{
    /// <summary>A sentence for people: what is wrong and what to do about it. Empty when done.</summary>
    public string Sentence => Kind == SlackReplyKind.Done ? "" : ErrorSentences.For(Code);

    /// <summary>Whether Slack did it.</summary>
    public bool IsDone => Kind == SlackReplyKind.Done;

    /// <summary>Slack refused with this code.</summary>
    public bool IsRefusedWith(string code) => Kind == SlackReplyKind.Refused && Code == code;

    internal static SlackReply<T> Done(T answer) => new(SlackReplyKind.Done, answer, "", default);

    internal static SlackReply<T> Wait(string code, TimeSpan after) => new(SlackReplyKind.Wait, null, code, after);

    internal static SlackReply<T> Refused(string code) => new(SlackReplyKind.Refused, null, code, default);

    internal static SlackReply<T> Unknown(string what) => new(SlackReplyKind.Unknown, null, what, default);

    /// <summary>The same failure of a call that answers something else.</summary>
    internal SlackReply<TOther> Failure<TOther>()
        where TOther : class => new(Kind, null, Code, After);
}
