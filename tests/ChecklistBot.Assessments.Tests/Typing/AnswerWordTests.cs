using ChecklistBot.Assessments.Tests.Dsl;

namespace ChecklistBot.Assessments.Tests.Typing;

public sealed class AnswerWordTests
{
    [Theory]
    [InlineData("2", "answers focus b")]
    [InlineData("answer 2", "answers focus b")]
    [InlineData("b", "answers focus b")]
    [InlineData("3b", "answers 3b")]
    [InlineData("3 B.", "answers 3b")]
    [InlineData("3.b)", "answers 3b")]
    [InlineData("item 3 b", "answers 3b")]
    [InlineData("answer", "answers")]
    [InlineData("1b 2c", "answers 1b 2c")]
    [InlineData("1b, 2c and 4a", "answers 1b 2c 4a")]
    [InlineData("error cost high", "answers error-cost=high")]
    [InlineData("error cost is high", "answers error-cost=high")]
    [InlineData("item 2 is b", "answers 2b")]
    [InlineData("2 is option b", "answers 2b")]
    [InlineData("option b", "answers focus b")]
    [InlineData("1 option a, item 3 is not sure", "answers 1a 3?")]
    [InlineData("error-cost: 2", "answers 3b")]
    [InlineData("delay c", "answers 2c")]
    [InlineData("3 rework", "answers error-cost=medium")]
    [InlineData("rework", "answers error-cost=medium")]
    [InlineData("Rework for our team", "answers error-cost=medium")]
    [InlineData("hourly", "answers frequency=hourly")]
    [InlineData("real time", "answers frequency=real-time")]
    [InlineData("moves in real time; can wait hours", "answers frequency=real-time delay=hours")]
    [InlineData("hourly, hours, no", "answers frequency=hourly delay=hours maintenance=no")]
    [InlineData("nobody can maintain it", "answers maintenance=no")]
    [InlineData("medium", "answers error-cost=medium|reach=medium")]
    [InlineData("reach medium", "answers reach=medium")]
    [InlineData("4 medium", "answers reach=medium")]
    [InlineData("1–5 people, 2 systems", "answers reach=small")]
    [InlineData("4 21+ people, 5+ systems", "answers reach=large")]
    [InlineData("6-20 people 3-4 systems; clear", "answers reach=medium ownership=clear")]
    [InlineData("not sure", "answers focus ?")]
    [InlineData("unsure", "answers focus ?")]
    [InlineData("Don't know", "answers focus ?")]
    [InlineData("3 not sure", "answers 3?")]
    [InlineData("delay don’t know", "answers 2?")]
    [InlineData("I don't know", "answers focus ?")]
    [InlineData("I’m not sure.", "answers focus ?")]
    [InlineData("I am not sure", "answers focus ?")]
    [InlineData("3 I do not know", "answers 3?")]
    [InlineData("not sure 3", "answers 3?")]
    [InlineData("not sure about item 3", "answers 3?")]
    [InlineData("not sure 3 and 4", "answers 3? 4alone")]
    [InlineData("3 not sure, 2", "answers 3? focus b")]
    [InlineData("not sure, 3 b", "answers focus ? 3b")]
    [InlineData("not sure, 3 rework", "answers focus ? error-cost=medium")]
    [InlineData("3 4", "answers focus c focus d")]
    [InlineData("1 5", "answers focus a focus e")]
    [InlineData("i", "answers focus i")]
    [InlineData("every hour", "answers frequency=hourly")]
    [InlineData("in real time", "answers frequency=real-time")]
    [InlineData("clear owner", "answers ownership=clear")]
    [InlineData("Nobody can maintain", "answers maintenance=no")]
    [InlineData("wait hours, customers or money", "answers delay=hours error-cost=high")]
    [InlineData("99z", "answers 99z")]
    public void Answers_are_read(string line, string expected) => Assert.Equal(expected, Reading.Of(line));

    [Theory]
    [InlineData("1b banana", "unknown banana, near nothing")]
    [InlineData("banana 1b", "unknown banana, near nothing")]
    [InlineData("hourly please", "unknown please, near nothing")]
    [InlineData("can wait", "unknown can, near nothing")]
    [InlineData("1b 2c finish", "unknown finish, near finish")]
    [InlineData("2b or 2c", "unknown or, near nothing")]
    [InlineData("3b and finsh", "unknown finsh, near finish")]
    [InlineData("1000", "unknown 1000, near nothing")]
    [InlineData("moves evry hour", "unknown evry, near nothing")]
    [InlineData("2: min", "unknown min, near nothing")]
    public void A_line_that_is_only_half_an_answer_is_none(string line, string expected) => Assert.Equal(expected, Reading.Of(line));

    [Theory]
    [InlineData("2 small", "answers 2none")]
    [InlineData("2 rework for our team", "answers 2none")]
    [InlineData("1 2c", "answers focus a 2c")]
    public void A_number_before_the_words_of_another_item_is_not_taken_for_two_answers(string line, string expected) =>
        Assert.Equal(expected, Reading.Of(line));

    /// <summary>The card says "Item 3 of 6": whoever types "item 2" names an item and chooses nothing.</summary>
    [Theory]
    [InlineData("item 2", "go 2")]
    [InlineData("Item 2.", "go 2")]
    [InlineData("item 2 #7", "go 2 #7")]
    [InlineData("item 9", "go 9")]
    [InlineData("item 2 b", "answers 2b")]
    [InlineData("item 2b", "answers 2b")]
    [InlineData("item 2: rework", "answers 2none")]
    [InlineData("item 3 rework", "answers error-cost=medium")]
    [InlineData("item 2 not sure", "answers 2?")]
    [InlineData("item 2 b and item 3 a", "answers 2b 3a")]
    [InlineData("item 2 b, 3 a", "answers 2b 3a")]
    [InlineData("item 2 b and 1–5 people, 2 systems", "answers 2b reach=small")]
    [InlineData("answer item 2", "answers 2alone")]
    [InlineData("item 2 and item 3", "answers 2alone 3alone")]
    [InlineData("item 2 and 3", "answers 2alone 3alone")]
    [InlineData("item 2 b and 3", "answers 2b 3alone")]
    [InlineData("item 2 1", "answers 2alone 1alone")]
    [InlineData("1b and item 2", "answers 1b 2alone")]
    [InlineData("settle item 2 b", "settle 2b")]
    [InlineData("settle item 2", "settle 2alone")]
    public void Behind_the_word_item_a_number_is_a_place_and_never_a_choice(string line, string expected) =>
        Assert.Equal(expected, Reading.Of(line));

    [Fact]
    public void A_command_word_wins_over_an_option_word()
    {
        var checklist = SmallChecklists.WithOptionsCalled("pin", "help");
        var team = new Conversation(checklist);
        team.Says(People.Ann, "start").Says(People.Ann, "pin");
        team.Refused("There is no recommendation to pin yet. Type finish first.");
        team.Says(People.Ann, "answer pin");
        team.Happened(new Events.Answered("choice", "pin", null));
    }
}
