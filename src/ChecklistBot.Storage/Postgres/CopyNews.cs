using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Tables;

namespace ChecklistBot.Storage.Postgres;

/// <summary>What copies of the bot announce to each other: <c>COPY</c> where something is to be delivered, and <c>COPY due TENANT CONVERSATION</c> or
/// <c>COPY seen TENANT CONVERSATION</c> where people who follow a conversation see something else, with something to deliver or without.</summary>
/// <param name="IsPending">Whether something is to be delivered.</param>
/// <param name="Changed">The conversation that shows something else; null for none that anybody follows.</param>
internal sealed record CopyNews(bool IsPending, ConversationKey? Changed)
{
    private const string Due = "due";
    private const string Seen = "seen";

    /// <summary>Nothing for most deliveries: nobody follows what a platform shows by itself.</summary>
    public static IEnumerable<CopyNews> Of(TurnInHand turn)
    {
        var isPending = turn.PendingFrom is not null;
        if (turn.Changed.Count == 0)
            return isPending ? [new CopyNews(isPending, null)] : [];
        // One is enough to wake those who deliver.
        return turn.Changed.Select((key, place) => new CopyNews(isPending && place == 0, key));
    }

    /// <summary>Null for what this copy said itself.</summary>
    public static CopyNews? Read(string text, string ownCopy) => text.Split(' ', 4) switch
    {
        [var copy, ..] when copy == ownCopy => null,
        // The conversation comes last, since nothing is known of what is in it.
        [_, var kind, var tenant, var conversation] when tenant.Contains(':', StringComparison.Ordinal) =>
            new CopyNews(kind == Due, TenantText.Conversation(tenant, conversation)),
        _ => new CopyNews(IsPending: true, null),
    };

    public string From(string copy) => Changed is null ? copy : $"{copy} {(IsPending ? Due : Seen)} {Changed.TenantOf()} {Changed.Id}";
}
