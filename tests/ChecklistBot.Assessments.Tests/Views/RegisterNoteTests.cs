using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Views;

namespace ChecklistBot.Assessments.Tests.Views;

/// <summary>Each line of the register once repeated the platform's whole note, such as how to pin by hand.</summary>
public sealed class RegisterNoteTests
{
    private const string ByHand = "It is kept in the register: “pinned” shows it. To pin it at the top of this chat too, open the message's menu (…) and choose Pin.";

    [Fact]
    public void What_pinning_did_is_said_once_where_it_is_the_same_for_several()
    {
        var card = Register(ByHand, ByHand, ByHand);

        Assert.Equal($"Pinned: {ByHand}", Assert.Single(card.Blocks.OfType<TextBlock>(), text => text.Text.Contains(ByHand, StringComparison.Ordinal)).Text);
        Assert.All(Details(card), detail => Assert.EndsWith(" · pinned, see above", detail, StringComparison.Ordinal));
        Assert.True(card.Blocks.ToList().FindIndex(block => block is EntryBlock) > card.Blocks.ToList().FindIndex(block => block is TextBlock { Text: $"Pinned: {ByHand}" }));
    }

    [Fact]
    public void A_line_of_which_something_else_is_to_be_said_says_it_itself()
    {
        var details = Details(Register(ByHand, "Pinned at the top of this chat.", null, ByHand)).ToList();

        Assert.EndsWith(" · pinned, see above", details[0], StringComparison.Ordinal);
        Assert.EndsWith(" · pinned at the top of this chat.", details[1], StringComparison.Ordinal);
        Assert.EndsWith(" · pinned", details[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_of_one_line_alone_stays_in_it()
    {
        var card = Register(ByHand);

        Assert.EndsWith($" · pinned: {ByHand}", Assert.Single(Details(card)), StringComparison.Ordinal);
        Assert.DoesNotContain(card.Blocks.OfType<TextBlock>(), text => text.Text.Contains(ByHand, StringComparison.Ordinal));
    }

    [Fact]
    public void A_note_that_begins_with_the_word_is_not_said_to_be_pinned_twice() =>
        Assert.Single(Register("Pinned at the top of this chat.", "Pinned at the top of this chat.").Blocks.OfType<TextBlock>(), text => text.Text == "Pinned at the top of this chat.");

    private static IEnumerable<string> Details(Card card) => card.Blocks.OfType<EntryBlock>().Select(entry => entry.Detail);

    private static Card Register(params string?[] notes) => RegisterCards.Pinned(
        [.. notes.Select((note, index) => new AssessmentSummary
        {
            Id = new AssessmentId(Guid.Parse("0193a1b2-0000-7000-8000-000000000003")), Number = notes.Length - index, Title = "CRM to accounting", Phase = Phase.Finished, Revision = 1,
            PathLabel = "Nightly batch", Flags = [], StartedAt = default, DecidedAt = default(DateTimeOffset), DecidedRevision = 1, PinnedRevision = 1, PinNote = note,
        })],
        notes.Length,
        new ShowPinned(),
        TimeZoneInfo.Utc);
}
