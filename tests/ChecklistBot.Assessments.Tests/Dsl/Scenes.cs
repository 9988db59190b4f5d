using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Dsl;

/// <summary>Conversations that have come to a certain point.</summary>
internal static class Scenes
{
    public static Conversation Start() => new Conversation().Says(Ann, "start CRM to accounting");

    /// <summary>Item 3 in focus, two items answered, one of them split.</summary>
    public static Conversation Midway() =>
        Start().Says(Ann, "1a 2b").Says(Ben, "1a 2b").Says(Chi, "2c").Says(Chi, "4 not sure").Says(Ann, "go 3").Says(Ben, "3a");

    /// <summary>Three answers settle it; three items are open.</summary>
    public static Conversation SettledEarly() => Start().Says(Ann, "1c 2c").Says(Ben, "1c 2d").Says(Chi, "5a 3b").Says(Ann, "go 4");

    /// <summary>A tie on item 2 that matters, and someone asked to finish.</summary>
    public static Conversation Undecided() =>
        Start().Says(Ann, "1b 2b 3b 5a 6a").Says(Ben, "2b 4 not sure").Says(Chi, "2c").Says(People.Many(4)[3], "2c").Taps(Ann, "Finish now");

    /// <summary>Two items decide together, one of them open.</summary>
    public static Conversation UndecidedTogether() =>
        Start().Says(Ann, "1b 2b 3b 6a").Says(Ben, "5 not sure").Says(Chi, "2c").Says(Ben, "finish");

    public static Conversation Provisional() => Undecided().Taps(Ben, "Finish without agreement");

    /// <summary>Agreed but for one who was outvoted; several cautions and a companion.</summary>
    public static Conversation Recommended() =>
        Start().Says(Ann, "1a 2c 3b 4c 5a 6b").Says(Ben, "1a 2c 3b").Says(Chi, "1b 3c").Says(Ann, "finish");

    public static Conversation Reopened() => Recommended().Taps(Ben, "Change an answer", on: Recommended().Recommendation);

    /// <summary>Revision 2 was decided and pinned; revision 1 points to it.</summary>
    public static Conversation Superseded() => Reopened().Says(Ben, "1b").Says(Ann, "finish").Says(Chi, "pin");
}
