namespace ChecklistBot.Load.Measuring;

/// <summary>How long requests took, as their sender saw it.</summary>
internal sealed class Latencies
{
    private readonly Lock gate = new();
    private readonly List<TimeSpan> all = [];

    public void Add(TimeSpan one)
    {
        lock (gate)
            all.Add(one);
    }

    /// <summary>The value that this share of them does not exceed; zero when there are none.</summary>
    public TimeSpan Quantile(double share)
    {
        lock (gate)
        {
            all.Sort();
            return all.Count == 0 ? TimeSpan.Zero : all[(int)Math.Min(all.Count - 1, Math.Floor(share * all.Count))];
        }
    }
}
