using System.Text.Json;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Views;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Teams.Tests.Cards;
using CsCheck;

namespace ChecklistBot.Slack.Tests.BlockKit;

/// <summary>What <c>check</c> lets through never makes a message or a form that Slack refuses.</summary>
public sealed class ExtremeCardTests
{
    [Fact]
    public void Every_card_and_form_of_any_sound_checklist_keeps_every_limit() => Gen.Select(ExtremeStories.Shapes, Gen.Int).Sample(KeepsEveryLimit, iter: 15);

    /// <summary>A team that differs in one item of very many options: ways to settle stand on the card besides.</summary>
    [Fact]
    public void So_does_the_card_of_a_team_that_differs_in_hundreds_of_options() => KeepsEveryLimit((1, 300, 40, "😀", 4), -448182);

    /// <summary>A form of more options than a list may have once left out “Not sure” and one's own answer, and one of very long texts exceeded the bytes of a view.</summary>
    [Theory]
    [InlineData(1, 300, "x", 10)]
    [InlineData(16, 1, "😀", 2400)]
    [InlineData(16, 1, "\"", 6000)]
    public void A_form_keeps_every_limit_and_has_ones_own_answer_and_Not_sure(int items, int options, string filler, int length)
    {
        var checklist = ExtremeChecklists.Make(items, options, 1, filler, length);
        var last = checklist.Definition.Items[^1];
        var story = new Story(checklist: checklist).Answers("Ann", (last.Id, last.Options[^1].Id));
        var form = AnswerFormModal.Render(FormView.Draw(story.State, checklist, 1), Modals.Context);

        Assert.Empty(SlackFormRules.BrokenBy(form));
        using var view = JsonDocument.Parse(form);
        var element = view.RootElement.GetProperty("blocks").EnumerateArray().Last().GetProperty("element");
        Assert.Equal(last.Options[^1].Id, element.GetProperty("initial_option").GetProperty("value").GetString());
        if (options > 100)
            Assert.StartsWith("Of 300 answers, 99 are shown here; each other one can be typed.", view.RootElement.GetProperty("blocks")[0].GetProperty("hint").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("not-sure", element.GetProperty("options").EnumerateArray().Last().GetProperty("value").GetString());
    }

    private static void KeepsEveryLimit((int Items, int Options, int Extras, string Filler, int Length) shape, int seed)
    {
        var checklist = ExtremeChecklists.Make(shape.Items, shape.Options, shape.Extras, shape.Filler, shape.Length);
        foreach (var story in ExtremeStories.Of(checklist, shape.Filler, seed))
        {
            foreach (var message in Cards(story).SelectMany(card => CardRenderer.RenderAll(card).Append(CardRenderer.RenderSmallest(card))))
                Holds(SlackRules.BrokenBy(message.Text, message.Blocks));
            Holds(SlackFormRules.BrokenBy(AnswerFormModal.Render(FormView.Draw(story.State, checklist, 1), Modals.Context)));
        }

        void Holds(IEnumerable<string> broken) => Assert.True(!broken.Any(), $"{shape}: {string.Join("; ", broken)}");
    }

    private static IEnumerable<Card> Cards(Story story)
    {
        yield return story.Live;
        foreach (var decision in story.State.Decisions)
        {
            yield return story.Draw(new RecommendationContent(decision.Revision, story.State.RecommendationCopy));
            yield return story.Draw(new PinPostContent(decision.Revision, 1));
        }
    }
}
