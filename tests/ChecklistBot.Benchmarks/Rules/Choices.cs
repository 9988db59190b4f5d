namespace ChecklistBot.Benchmarks.Rules;

/// <summary>The option of each item of the built-in checklist, by index, as hand-written code would hold them.</summary>
internal readonly record struct Choices(int Frequency, int Delay, int ErrorCost, int Reach, int Ownership, int Maintenance)
{
    public static IEnumerable<Choices> All() =>
        from frequency in Enumerable.Range(0, 4)
        from delay in Enumerable.Range(0, 4)
        from errorCost in Enumerable.Range(0, 3)
        from reach in Enumerable.Range(0, 3)
        from ownership in Enumerable.Range(0, 2)
        from maintenance in Enumerable.Range(0, 2)
        select new Choices(frequency, delay, errorCost, reach, ownership, maintenance);

    /// <summary>One bit an option, for the rows of <see cref="HandWritten"/>.</summary>
    public int ToMask() =>
        (1 << Frequency) | (1 << (4 + Delay)) | (1 << (8 + ErrorCost)) | (1 << (11 + Reach)) | (1 << (14 + Ownership)) | (1 << (16 + Maintenance));
}
