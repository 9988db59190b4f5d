using System.Text;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Tests.Dsl;
using ChecklistBot.Assessments.Views;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Tests.Records;

/// <summary>A later edit of the checklist never rewrites an old decision.</summary>
public sealed class SnapshotTests
{
    private static readonly string BuiltIn = Encoding.UTF8.GetString(ChecklistFile.BuiltIn.Span);

    [Fact]
    public void A_recommendation_and_its_record_look_the_same_under_another_version_of_the_checklist()
    {
        var edited = Checklists.Of(BuiltIn
            .Replace("\"version\": \"1.0.0\"", "\"version\": \"2.0.0\"", StringComparison.Ordinal)
            .Replace("Lightweight connector", "Thin connector", StringComparison.Ordinal)
            .Replace("Map the fields clearly.", "Do something else.", StringComparison.Ordinal)
            .Replace("Moves in real time", "Moves at once", StringComparison.Ordinal)
            .Replace("How often must", "How often should", StringComparison.Ordinal));
        AssertUnchanged(Scenes.Recommended(), edited);
        AssertUnchanged(Scenes.Provisional(), edited);
    }

    [Fact]
    public void Even_under_a_checklist_that_has_nothing_in_common_with_it()
    {
        var other = SmallChecklists.WithOptionsCalled("left", "right");
        AssertUnchanged(Scenes.Recommended(), other);
        AssertUnchanged(Scenes.Superseded(), other);
    }

    [Fact]
    public void An_open_assessment_goes_on_under_a_changed_checklist_and_the_card_says_so()
    {
        var team = Scenes.Midway();
        var state = team.State;
        var changed = Checklists.Of(BuiltIn.Replace("\"hours\"", "\"half-a-day\"", StringComparison.Ordinal));
        var card = CardViews.Draw(new LiveContent(1), state, team.View(state.Id) with { Checklist = changed.Compiled });
        card.Shows("the checklist has changed since it began", "Can wait minutes (Ann, Ben) | agreed");

        var small = SmallChecklists.WithOptionsCalled("left", "right");
        CardViews.Draw(new LiveContent(1), state, team.View(state.Id) with { Checklist = small.Compiled }).Shows("0 of 1 answered", "Item 1 of 1: Which?");
    }

    [Fact]
    public void The_snapshot_keeps_id_version_and_hash_of_the_checklist()
    {
        var decision = Scenes.Recommended().State.Decision!;
        var definition = Checklists.BuiltIn.Compiled.Definition;
        Assert.Equal((definition.Id, definition.Version, definition.ContentHash), (decision.Checklist.Id, decision.Checklist.Version, decision.Checklist.Hash));
    }

    private static void AssertUnchanged(Conversation team, Checklists other)
    {
        var content = new RecommendationContent(team.State.Decision!.Revision, 1);
        foreach (var message in (MessageContent[])[content, new RecordContent()])
        {
            var view = team.View(team.State.Id);
            Assert.Equal(
                CardText.Of(CardViews.Draw(message, team.State, view)),
                CardText.Of(CardViews.Draw(message, team.State, view with { Checklist = other.Compiled })));
        }
    }
}
