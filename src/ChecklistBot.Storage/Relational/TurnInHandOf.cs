using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Tables;

namespace ChecklistBot.Storage.Relational;

/// <summary>A turn with what it returns.</summary>
/// <param name="work">What the turn does.</param>
/// <param name="context">What the store knows besides its tables.</param>
/// <param name="tidies">Whether it also removes expired dedupe keys; see <see cref="SeenTable.TidyAsync"/> for how many.</param>
/// <param name="cancellationToken">Gives up when the one who asked does.</param>
internal sealed class TurnInHand<T>(
    Func<IStoreTransaction, CancellationToken, Task<T>> work,
    StoreContext context,
    bool tidies,
    CancellationToken cancellationToken) : TurnInHand
{
    private RelationalTransaction? transaction;
    private T? result;

    public override DateTimeOffset? PendingFrom => transaction?.PendingFrom;

    public override IReadOnlyCollection<ConversationKey> Changed => transaction?.Changed ?? [];

    public override bool ForgotSomeone => transaction is { ForgotSomeone: true };

    public override CancellationToken CancellationToken => cancellationToken;

    /// <summary>What the work returned; only after it was kept.</summary>
    public T Result => result!;

    /// <summary>Called once after the commit.</summary>
    public void Kept() => transaction?.Kept();

    public override async Task RunAsync(Session session)
    {
        transaction = new RelationalTransaction(session, context, tidies);
        result = await work(transaction, cancellationToken);
        await transaction.TidyAsync(cancellationToken);
    }
}
