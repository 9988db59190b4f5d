using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Messages;

/// <summary>Whose names the cards of an assessment may need.</summary>
public static class PeopleShown
{
    /// <summary>Person numbers, each once.</summary>
    public static IReadOnlyCollection<int> In(Assessment state)
    {
        var people = new HashSet<int>(state.Participants) { state.StartedBy };
        people.UnionWith(state.Recent.Select(recorded => recorded.Person));
        people.UnionWith(state.Items.Values.SelectMany(item => item.Answers.Select(answer => answer.Person)));
        foreach (var decision in state.Decisions)
        {
            people.UnionWith(decision.Participants);
            people.Add(decision.FinishedBy);
        }

        return people;
    }
}
