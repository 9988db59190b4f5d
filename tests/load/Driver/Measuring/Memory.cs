namespace ChecklistBot.Load.Measuring;

/// <summary>What a process holds, in MB as the kernel counts it.</summary>
/// <param name="Peak">The most that was ever resident (VmHWM), pages of its own files included.</param>
/// <param name="Resident">What is resident now (VmRSS).</param>
/// <param name="Own">Of that, what is its own and not a file's (RssAnon).</param>
internal sealed record Memory(double Peak, double Resident, double Own);
