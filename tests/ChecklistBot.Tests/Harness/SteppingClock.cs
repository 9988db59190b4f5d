using Microsoft.Extensions.Time.Testing;

namespace ChecklistBot.Tests.Harness;

/// <summary>A clock that the test holds and may also set back, as somebody or a time server does with a machine's: the wall clock shows an earlier
/// moment, while timers and the monotonic clock go on as if nothing had happened.</summary>
internal sealed class SteppingClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private long backTicks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(-Interlocked.Read(ref backTicks));

    // The fake's own would follow what the override above says.
    public override long GetTimestamp() => base.GetUtcNow().UtcTicks;

    public void SetBack(TimeSpan by) => Interlocked.Add(ref backTicks, by.Ticks);
}
