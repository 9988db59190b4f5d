namespace ChecklistBot.Rules.Tests;

public sealed class BuiltInChecklistTests
{
    [Fact]
    public void The_built_in_checklist_is_sound()
    {
        var result = ChecklistFile.Load(ChecklistFile.BuiltIn, "should-we-integrate.json");

        Assert.Empty(result.Findings);
        Assert.NotNull(result.Checklist);
        Assert.Equal(3600, result.Checklist.AnswerSets);
    }
}
