using System.Text;
using System.Text.Json;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Views;
using ChecklistBot.Teams.AdaptiveCards;
using ChecklistBot.Teams.Connector;
using CsCheck;

namespace ChecklistBot.Teams.Tests.Cards;

/// <summary>What <c>check</c> lets through never makes a card that Teams refuses.</summary>
public sealed class ExtremeCardTests
{
    /// <summary>At which Teams was seen to refuse a message, in bytes of all that is sent. The oldest and smallest of its reported limits is 28 KB.</summary>
    private const int MessageBytes = 28_000;

    [Fact]
    public void Every_card_of_any_sound_checklist_fits_into_a_message() => Gen.Select(ExtremeStories.Shapes, Gen.Int).Sample(
        (shape, seed) =>
        {
            var checklist = ExtremeChecklists.Make(shape.Items, shape.Options, shape.Extras, shape.Filler, shape.Length);
            foreach (var story in ExtremeStories.Of(checklist, shape.Filler, seed))
            {
                var live = story.Live;
                foreach (var card in Cards(story))
                {
                    Holds(AdaptiveCardRenderer.Render(card), $"the {card.Kind} card");
                    Assert.InRange(ConnectorBody.Message(card).Length, 1, MessageBytes);
                }

                Holds(FormCard.Render(FormView.Draw(story.State, checklist, 1)), "the form");
                if (PresserCards.Menu(live) is { } menu)
                    Holds(menu, "the menu");
                foreach (var button in ButtonsOf(live).Where(button => button.Confirmation is not null))
                    Holds(PresserCards.Question(live, button.Action)!, "a question");
            }

            void Holds(byte[] card, string what) => Assert.True(CardBudget.Holds(card), $"{what} has {card.Length} bytes: {shape}");
        },
        iter: 15);

    [Fact]
    public void A_form_that_leaves_out_answers_says_how_many_and_how_to_give_them()
    {
        var checklist = ExtremeChecklists.Make(2, 300, 1, "x", 10);
        var form = FormView.Draw(new Story(checklist: checklist).State, checklist, 1);

        using var card = JsonDocument.Parse(FormCard.Render(form));
        var first = card.RootElement.GetProperty("body")[0];
        var shown = first.GetProperty("choices").GetArrayLength();
        Assert.InRange(shown, 2, 300);
        Assert.EndsWith($" Of 300 answers, {shown - 1} are shown here; each other one can be typed.", first.GetProperty("label").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("are shown", Encoding.UTF8.GetString(FormCard.Render(SampleForm())), StringComparison.Ordinal);

        AnswerForm SampleForm() => FormView.Draw(new Story().State, Story.Checklist, 1);
    }

    private static IEnumerable<Card> Cards(Story story)
    {
        yield return story.Live;
        foreach (var decision in story.State.Decisions)
        {
            yield return story.Draw(new RecommendationContent(decision.Revision, story.State.RecommendationCopy));
            yield return story.Draw(new PinPostContent(decision.Revision, 1));
        }

        yield return story.Draw(new RecordContent());
    }

    private static IEnumerable<CardButton> ButtonsOf(Card card) => card.Blocks.OfType<ButtonsBlock>().SelectMany(row => row.Buttons).SelectMany(button => button.Menu.Append(button));
}
