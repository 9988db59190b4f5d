namespace ChecklistBot.Rules;

/// <summary>One complete answer set with what follows from it so far; used again for the next set.</summary>
internal sealed class Situation(AnswerSpace space, int flags)
{
    /// <summary>By item index: the index of the option it has.</summary>
    public int[] Options { get; } = new int[space.Items];

    /// <summary>By flag index. Unknown until the flags have been computed.</summary>
    public Truth[] Flags { get; } = new Truth[flags];

    /// <summary>Index of the path that the rules chose; negative while unknown.</summary>
    public int Path { get; set; }

    /// <summary>The number of this answer set.</summary>
    public int Code { get; set; }

    /// <summary>By answer set: the chosen path, negative where unknown. Null while the rules are being tried.</summary>
    public int[]? PathByCode { get; init; }

    /// <summary>Index of the path that would come out if one item had another option; negative while unknown.</summary>
    public int PathWith(int item, int option) =>
        PathByCode is null ? -1 : PathByCode[Code + ((option - Options[item]) * space.Weight(item))];
}
