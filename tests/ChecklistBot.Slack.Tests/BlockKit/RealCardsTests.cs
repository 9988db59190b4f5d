using System.Collections.Immutable;
using System.Globalization;
using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Decisions;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Views;
using ChecklistBot.Rules;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Tests.Support;
using CsCheck;

namespace ChecklistBot.Slack.Tests.BlockKit;

/// <summary>The core's own cards, whatever a team of eight does.</summary>
public sealed class RealCardsTests
{
    private static readonly CompiledChecklist Checklist = ChecklistFile.LoadBuiltIn();
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_card_of_any_assessment_keeps_every_limit() => Gen.Int.Sample(
        seed =>
        {
            var random = new PCG(7, (ulong)(uint)seed);
            var state = Begin(random);
            for (var step = 0; step < 40; step++)
            {
                var person = (int)random.Next(8);
                state = Apply(state, Decider.Decide(state, Any(state, random), Context(state, person)), person);
                foreach (var card in Cards(state))
                    Assert.All(CardRenderer.RenderAll(card), CardRendererTests.IsWithinLimits);
                Assert.False(AnswerFormModal.Render(FormView.Draw(state, Checklist, 1), Modals.Context).IsEmpty);
            }
        },
        iter: 40);

    [Fact]
    public void The_built_in_checklist_with_five_people_loses_nothing()
    {
        var state = Begin(new PCG(7, 1), "CRM to accounting");
        foreach (var person in Enumerable.Range(0, 5))
        {
            foreach (var item in Checklist.Definition.Items)
                state = Apply(state, Decider.Decide(
                    state, new AnswerByIds([KeyValuePair.Create(item.Id, item.Options[person % item.Options.Length].Id)]), Context(state, person)), person);
        }

        var card = CardViews.Draw(new LiveContent(state.CardGeneration), state, View("Ann Other", "Ben", "Chi Chi", "Dee", "Eve"));
        var message = CardRenderer.Render(card);
        Assert.Contains("Ann Other", message.Text, StringComparison.Ordinal);
        Assert.InRange(CardRenderer.Size(message), 4_000, Limits.MessageCharacters);
        var focus = Assert.Single(card.Blocks.OfType<FocusBlock>());
        Assert.Contains(focus.Help!, System.Text.Encoding.UTF8.GetString(message.Blocks.Span), StringComparison.Ordinal);
    }

    /// <summary>The longest a title may be in Slack's escapes, in JSON's, and in characters.</summary>
    [Theory]
    [InlineData("界\u0301\u0302\u0303\u0304")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("😀")]
    [InlineData("&")]
    public void A_page_of_the_longest_titles_keeps_every_limit_and_names_each(string character)
    {
        var title = Title.From(string.Concat(Enumerable.Repeat(character, 80)))!.Text;
        var page = Enumerable.Range(1, RegisterCards.PageSize + 1).Reverse().Select(number => new AssessmentSummary
        {
            Id = new AssessmentId(Guid.Parse("0193a1b2-0000-7000-8000-000000000003")), Number = number, Title = title, Phase = Phase.Finished, Revision = 1,
            PathLabel = "Nightly batch", Flags = ["High cost of error", "Real-time required"], StartedAt = Start, DecidedAt = Start, DecidedRevision = 1,
            PinnedRevision = 1, Link = "https://northwind.slack.com/archives/C0123456789/p1790000000123456?thread_ts=1790000000.123456&cid=C0123456789",
        });
        var message = CardRenderer.Render(RegisterCards.List([.. page], new ListAll([], Csv: false, Before: 30), TimeZoneInfo.Utc));
        CardRendererTests.IsWithinLimits(message);
        Assert.InRange(CardRenderer.Size(message), 1, Limits.MessageCharacters);
        var json = System.Text.Encoding.UTF8.GetString(message.Blocks.Span);
        for (var number = 2; number <= 11; number++)
            Assert.Contains($"#{number} ", json, StringComparison.Ordinal);
    }

    private static Assessment Begin(PCG random, string? title = null)
    {
        var nothing = AssessmentEvolution.Nothing(new AssessmentId(Guid.Parse("0193a1b2-0000-7000-8000-000000000003")), thread: null);
        var words = title ?? (random.Next(2) == 0 ? SampleCards.Hostile + SampleCards.Hostile : string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 80)));
        return Apply(nothing, Decider.Start(3, Title.From(words), random.Next(2) == 0 ? Pace.Hold : Pace.Quick, Context(nothing, 0)), 0);
    }

    private static AssessmentCommand Any(Assessment state, PCG random)
    {
        var item = Checklist.Definition.Items[(int)random.Next(6)];
        var option = item.Options[(int)random.Next((uint)item.Options.Length)].Id;
        return random.Next(16) switch
        {
            0 => new Finish(WithoutAgreement: false),
            1 => new Finish(WithoutAgreement: true),
            2 => new Reopen(),
            3 => new SettleById(item.Id, option),
            4 => new Pin(null),
            5 => new FocusOn(item.Id),
            6 => new Rename(Title.From(SampleCards.Hostile)),
            7 when state.Decisions.Length > 0 => new Cancel(),
            8 => new AnswerByIds([KeyValuePair.Create(item.Id, Answers.NotSure)]),
            _ => new AnswerByIds([KeyValuePair.Create(item.Id, option)]),
        };
    }

    private static Assessment Apply(Assessment state, Decision decision, int person)
    {
        foreach (var happened in decision.Events)
            state = state.Apply(new RecordedEvent(state.Version + 1, Start, person, happened));
        return state;
    }

    private static IEnumerable<Card> Cards(Assessment state)
    {
        var view = View([.. Enumerable.Range(0, 8).Select(person => person % 2 == 0 ? SampleCards.Hostile : string.Create(CultureInfo.InvariantCulture, $"Maximiliana {person} von und zu Hohenstein-Überlingen & Söhne"))]);
        yield return CardViews.Draw(new LiveContent(state.CardGeneration), state, view);
        foreach (var decision in state.Decisions)
            yield return CardViews.Draw(new RecommendationContent(decision.Revision, state.RecommendationCopy), state, view);
        yield return CardViews.Draw(new RecordContent(), state, view);
    }

    private static DecisionContext Context(Assessment state, int person) => new()
    {
        Checklist = Checklist, Now = Start + TimeSpan.FromMinutes(state.Version), Person = person, Tapped = true,
    };

    private static ViewContext View(params string[] names) => new()
    {
        Checklist = Checklist,
        Names = new Names(names.Index().ToImmutableDictionary(pair => pair.Index, pair => pair.Item)),
        TimeZone = TimeZoneInfo.Utc,
    };
}
