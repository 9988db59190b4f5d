namespace ChecklistBot.Rules;

/// <summary>Numbers the answer sets in mixed radix: item <c>i</c> has the digit 0 while open, else its option's index and one; the
/// first item has the greatest weight.</summary>
internal sealed class AnswerSpace
{
    /// <summary>The most partial answer sets, the empty one included, that a table may have.</summary>
    public const int Largest = 4_000_000;

    private readonly int[] _radices;
    private readonly int[] _weights;

    /// <param name="optionCounts">By item; at least one item and one option each, and <see cref="Count(IEnumerable{int})"/> in bounds.</param>
    public AnswerSpace(IReadOnlyList<int> optionCounts)
    {
        _radices = [.. optionCounts.Select(options => options + 1)];
        _weights = new int[_radices.Length];
        var weight = 1;
        for (var item = _radices.Length - 1; item >= 0; item--)
        {
            _weights[item] = weight;
            weight *= _radices[item];
        }

        Size = weight;
    }

    public int Items => _radices.Length;

    /// <summary>How many partial answer sets there are, complete ones and the empty one included.</summary>
    public int Size { get; }

    public int Radix(int item) => _radices[item];

    public int Weight(int item) => _weights[item];

    /// <summary>0 for open, else the option's index and one.</summary>
    public int Digit(int code, int item) => code / _weights[item] % _radices[item];

    /// <summary>How many partial answer sets items of these sizes have; null when more than <see cref="Largest"/>.</summary>
    public static int? Count(IEnumerable<int> optionCounts)
    {
        var count = 1L;
        foreach (var options in optionCounts)
        {
            count *= options + 1L;
            if (count > Largest) return null;
        }

        return (int)count;
    }

    /// <summary>The complete answer sets, with the options of each filled into the array.</summary>
    public IEnumerable<int> Complete(int[] options)
    {
        Array.Clear(options);
        var code = _weights.Sum();
        while (true)
        {
            yield return code;
            var item = Items - 1;
            while (item >= 0 && options[item] == _radices[item] - 2)
            {
                code -= options[item] * _weights[item];
                options[item--] = 0;
            }

            if (item < 0) yield break;
            options[item]++;
            code += _weights[item];
        }
    }
}
