namespace ChecklistBot.Tests.Faults;

/// <summary>How an answer comes over the wire.</summary>
internal enum AnswerEnd
{
    Whole,

    /// <summary>The connection breaks in the middle of the body.</summary>
    Cut,

    /// <summary>The body begins and never ends, a byte now and then.</summary>
    Trickles,

    /// <summary>The body never ends and comes as fast as it is read.</summary>
    Endless,

    /// <summary>Nothing comes, and the connection stays open.</summary>
    Silence,

    /// <summary>The connection breaks before anything came.</summary>
    Reset,
}
