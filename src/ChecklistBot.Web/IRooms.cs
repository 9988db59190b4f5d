namespace ChecklistBot.Web;

/// <summary>What the page reads; written by the host over the store.</summary>
public interface IRooms
{
    /// <summary>The newest messages of a room that changed after a place in its stream, in order of number, drawn with the present names.</summary>
    /// <param name="room">The room's name, already checked.</param>
    /// <param name="changedAfter">A <see cref="RoomMessage.Changed"/> seen before; 0 for the whole page.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<RoomMessage>> ReadAsync(string room, long changedAfter, CancellationToken cancellationToken);
}
