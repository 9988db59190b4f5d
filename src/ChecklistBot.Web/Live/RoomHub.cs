namespace ChecklistBot.Web.Live;

/// <summary>Wakes the streams of a room when something there has changed. It carries no content: each stream reads what is new for itself.</summary>
public sealed class RoomHub
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, HashSet<RoomSubscription>> rooms = new(StringComparer.Ordinal);
    private int count;

    /// <summary>How many subscriptions are open in all rooms.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Wakes everybody who listens to the room. Never waits.</summary>
    public void Signal(string room)
    {
        lock (gate)
        {
            if (rooms.TryGetValue(room, out var listeners))
            {
                foreach (var listener in listeners)
                {
                    listener.Wake();
                }
            }
        }
    }

    /// <summary>Wakes everybody in every room: something has changed, and nobody knows where. Never waits.</summary>
    public void SignalAll()
    {
        lock (gate)
        {
            foreach (var listener in rooms.Values.SelectMany(static listeners => listeners))
            {
                listener.Wake();
            }
        }
    }

    /// <summary>Listens to a room until the subscription is disposed.</summary>
    /// <returns>Null when <paramref name="most"/> are open already.</returns>
    public RoomSubscription? Subscribe(string room, int most = int.MaxValue)
    {
        lock (gate)
        {
            if (count >= most)
            {
                return null;
            }

            count++;
            if (!rooms.TryGetValue(room, out var listeners))
            {
                rooms[room] = listeners = [];
            }

            var subscription = new RoomSubscription(this, room);
            listeners.Add(subscription);
            return subscription;
        }
    }

    internal void Remove(RoomSubscription subscription)
    {
        lock (gate)
        {
            if (rooms.TryGetValue(subscription.Room, out var listeners) && listeners.Remove(subscription))
            {
                count--;
                if (listeners.Count == 0)
                {
                    rooms.Remove(subscription.Room);
                }
            }
        }
    }
}
