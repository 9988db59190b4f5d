using ChecklistBot.Assessments.Commands;
using ChecklistBot.Rules;

namespace ChecklistBot.Turns;

/// <summary>The checklist with everything that is made from it once.</summary>
internal sealed class Playbook(CompiledChecklist checklist)
{
    public CompiledChecklist Checklist { get; } = checklist;

    public Grammar Grammar { get; } = new(Vocabulary.Of(checklist.Definition));
}
