using ChecklistBot.Rules;
using CsCheck;

namespace ChecklistBot.Reliability.Tests.Town;

/// <summary>Answers one question after the other, each when the one before is acknowledged, and remembers what was.</summary>
internal sealed class Person(string id, string channel, Line line, ChecklistDefinition checklist, uint seed)
{
    private readonly PCG dice = new(seed, Soak.Seed);
    private readonly Dictionary<string, string> present = [];
    private readonly List<(string Item, string Option)> acknowledged = [];

    public string Id => id;

    /// <summary>What the history must hold of this person, in this order, each once.</summary>
    public IReadOnlyList<(string Item, string Option)> Acknowledged => acknowledged;

    /// <summary>A new assessment has no answers.</summary>
    public void Begin()
    {
        present.Clear();
        acknowledged.Clear();
    }

    /// <summary>Taps an option of the card as it stands, or types an answer.</summary>
    public async Task AnswerAsync(Posted card, CancellationToken cancellationToken)
    {
        var choices = card.Buttons("answer:").Where(button => !IsPresent(button.ActionId)).ToList();
        if (choices.Count > 0 && dice.Next(3) > 0)
        {
            var (actionId, value) = choices[(int)dice.Next((uint)choices.Count)];
            await line.TapAsync(id, card, actionId, value, cancellationToken);
            Keep(actionId.Split(':')[1], actionId.Split(':')[2]);
            return;
        }

        var item = (int)dice.Next((uint)checklist.Items.Length);
        var options = checklist.Items[item].Options;
        var option = (int)dice.Next((uint)options.Length);
        if (present.GetValueOrDefault(checklist.Items[item].Id) == options[option].Id)
            option = (option + 1) % options.Length;
        await TypeAsync(item, option, cancellationToken);
    }

    /// <summary>Comes round to what the others say: the first option of everything.</summary>
    public async Task AgreeAsync(CancellationToken cancellationToken)
    {
        for (var item = 0; item < checklist.Items.Length; item++)
            if (present.GetValueOrDefault(checklist.Items[item].Id) != checklist.Items[item].Options[0].Id)
                await TypeAsync(item, 0, cancellationToken);
    }

    public Task SayAsync(string words, CancellationToken cancellationToken) => line.CommandAsync(id, channel, words, cancellationToken);

    private async Task TypeAsync(int item, int option, CancellationToken cancellationToken)
    {
        await SayAsync($"{item + 1}{(char)('a' + option)}", cancellationToken);
        Keep(checklist.Items[item].Id, checklist.Items[item].Options[option].Id);
    }

    private bool IsPresent(string actionId) => present.GetValueOrDefault(actionId.Split(':')[1]) == actionId.Split(':')[2];

    private void Keep(string item, string option)
    {
        present[item] = option;
        acknowledged.Add((item, option));
    }
}
