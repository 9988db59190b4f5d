using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.State;

/// <summary>Where the team is, on the checklist of today.</summary>
internal static class FocusOnChecklist
{
    /// <summary>The state with its focus on an item that there is: the first one where a newer file has dropped the item that was in focus.</summary>
    public static Assessment On(this Assessment state, CompiledChecklist checklist) =>
        checklist.ItemIndex(state.FocusItem) >= 0 ? state : state with { FocusItem = checklist.Definition.Items[0].Id };
}
