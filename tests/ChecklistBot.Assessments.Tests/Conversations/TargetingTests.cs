using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Conversations;

/// <summary>Which assessment a typed command means.</summary>
public sealed class TargetingTests
{
    private readonly Conversation team = new();

    [Theory]
    [InlineData("finish")]
    [InlineData("1b")]
    [InlineData("why")]
    [InlineData("export")]
    public void Before_the_first_start_every_command_says_how_to_begin(string line)
    {
        team.Says(Ann, line);
        team.Refused("No assessment was started here yet. Type start and a title: for example start CRM to accounting.");
    }

    [Fact]
    public void A_number_names_the_assessment()
    {
        team.Says(Ann, "start One").Says(Ann, "start Two").Says(Ben, "1b #1");
        team.Happened(new Answered("frequency", "hourly", null));
        Assert.Equal(1, team.State.Number);
        team.Says(Ben, "finish #7");
        team.Refused("There is no #7 here. Type list to see all assessments of this conversation.");
        team.Says(Ben, "rename #2 Second").Says(Ben, "#2 hourly");
        Assert.Equal((2, "Second"), (team.State.Number, team.State.Title));
    }

    [Fact]
    public void Without_a_number_the_only_open_one_is_meant()
    {
        team.Says(Ann, "start One").Says(Ann, "cancel").Says(Ann, "start Two").Says(Ben, "hourly");
        Assert.Equal("Two", team.State.Title);
    }

    [Fact]
    public void With_several_open_a_reply_about_an_item_names_its_assessment()
    {
        team.Says(Ann, "start One").Says(Ann, "1b");
        team.Replied(ReplyNature.Confirmation, "Your answer: item 1, Moves every hour.");
        team.Says(Ann, "start Two").Says(Ann, "1b").Taps(Ann, "#2 Two", on: team.Reply);
        team.Replied(ReplyNature.Confirmation, "Your answer in #2 Two: item 1, Moves every hour.");
        team.Says(Ben, "1c 2b 9a #1");
        team.Replied(ReplyNature.Refused, "Your answers in #1 One: item 1, Moves every night; item 2, Can wait minutes.");
        team.Says(Ben, "#1 1c");
        team.Replied(ReplyNature.Confirmation, "Your answer in #1 One: item 1, Moves every night. You had already said so.");
        team.Says(Ben, "settle 1c #1");
        team.Replied(ReplyNature.Confirmation, "Item 1 is settled on “Moves every night” in #1 One.");
        team.Says(Ben, "undo").Says(Ben, "undo");
        team.Replied(ReplyNature.Confirmation, "Undone in #1 One: your answer to item 2 is taken back.");
        team.Says(Ann, "cancel #2").Says(Ben, "2b");
        team.Replied(ReplyNature.Confirmation, "Your answer: item 2, Can wait minutes.");
    }

    [Fact]
    public void With_several_open_the_bot_asks_with_buttons_and_keeps_the_command()
    {
        team.Says(Ann, "start One").Says(Ann, "start Two").Says(Ben, "1b 2c");
        team.NothingHappened();
        team.Replied(ReplyNature.Asked, "Which assessment do you mean?");
        Assert.Equal(["#2 Two", "#1 One"], team.Reply.AllButtons().Select(button => button.Label));
        team.Taps(Ben, "#1 One", on: team.Reply);
        team.Happened(new Answered("frequency", "hourly", null), new Answered("delay", "hours", null));
        Assert.Equal("One", team.State.Title);
    }

    [Fact]
    public void A_kept_title_comes_back_as_it_was_typed()
    {
        team.Says(Ann, "start One").Says(Ann, "start Two").Says(Ben, "rename “Ærø” <b> & 給与").Taps(Ben, "#2", on: team.Reply);
        team.Happened(new Renamed("“Ærø” <b> & 給与", "Two"));
    }

    [Fact]
    public void With_more_than_five_the_newest_are_offered_and_the_number_is_asked_for()
    {
        for (var i = 0; i < 7; i++)
            team.Says(Ann, "start");
        team.Says(Ben, "finish");
        team.Replied(ReplyNature.Asked, "Which assessment do you mean? These are the newest; for another type its number too, such as finish #7.");
        Assert.Equal(5, team.Reply.AllButtons().Count());
    }

    [Fact]
    public void A_line_too_long_for_a_button_asks_for_its_number()
    {
        team.Says(Ann, "start").Says(Ann, "start").Says(Ben, "rename " + new string('x', 1_000));
        team.Replied(ReplyNature.Asked, "Which assessment do you mean? Type the command again with its number, such as #3.");
        Assert.Empty(team.Reply.AllButtons());
    }

    [Fact]
    public void In_a_thread_the_threads_own_is_meant()
    {
        team.Says(Ann, "start One", thread: "t1").Says(Ann, "start Two", thread: "t2").Says(Ben, "1b", thread: "t1");
        Assert.Equal("One", team.State.Title);
        team.Says(Ben, "1b", thread: "elsewhere");
        team.Replied(ReplyNature.Asked, "Which assessment do you mean?");
    }

    [Fact]
    public void In_a_thread_a_finished_one_still_explains_itself()
    {
        team.Says(Ann, "start One", thread: "t1").Says(Ann, "1a 3a 6a", thread: "t1").Says(Ann, "finish", thread: "t1");
        team.Says(Ann, "start Two").Says(Ben, "finish", thread: "t1");
        team.Refused("#1 is finished already");
        team.Says(Ben, "why", thread: "t1");
        team.Replied(ReplyNature.Content, "#1 leads to immediate sync.");
    }

    /// <summary>In a Teams channel everybody types into one thread: the newest assessment is not the one that everybody means.</summary>
    [Theory]
    [InlineData("2")]
    [InlineData("finish")]
    [InlineData("next")]
    [InlineData("cancel")]
    [InlineData("status")]
    [InlineData("export")]
    [InlineData("why")]
    [InlineData("undo")]
    [InlineData("rename Third")]
    public void With_several_open_in_one_thread_the_bot_asks_among_those(string line)
    {
        team.Says(Ann, "start Elsewhere").Says(Ann, "start One", thread: "t").Says(Ben, "start Two", thread: "t");
        team.Says(Ben, line, thread: "t");
        team.NothingHappened();
        team.Replied(ReplyNature.Asked, "Which assessment do you mean?");
        Assert.Equal(["#3 Two", "#2 One"], team.Reply.AllButtons().Select(button => button.Label));
    }

    [Fact]
    public void The_question_in_a_thread_keeps_the_command()
    {
        team.Says(Ann, "start One", thread: "t").Says(Ben, "start Two", thread: "t").Says(Ann, "1b", thread: "t");
        team.Taps(Ann, "#1 One", on: team.Reply);
        team.Happened(new Answered("frequency", "hourly", null));
        Assert.Equal("One", team.State.Title);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("cancel")]
    [InlineData("status")]
    [InlineData("export")]
    [InlineData("why")]
    [InlineData("rename Third")]
    public void What_is_over_in_a_thread_is_not_taken_for_a_second_one(string line)
    {
        team.Says(Ann, "start One", thread: "t").Says(Ben, "start Over", thread: "t").Says(Ben, "cancel #2", thread: "t");
        team.Says(Ann, "start Done", thread: "t").Says(Ann, "1a 3a 6a #3", thread: "t").Says(Ann, "finish #3", thread: "t");
        team.Says(Ann, line, thread: "t");
        Assert.Equal(1, team.State.Number);
        Assert.NotEqual(ReplyNature.Asked, team.Answer?.Nature);
    }

    [Theory]
    [InlineData("reopen")]
    [InlineData("pin")]
    [InlineData("export")]
    [InlineData("why")]
    [InlineData("status")]
    public void With_several_over_and_none_open_in_a_thread_the_bot_asks_too(string line)
    {
        foreach (var start in new[] { "start One", "start Two" })
            team.Says(Ann, start, thread: "t").Says(Ann, "1a 3a 6a", thread: "t").Says(Ann, "finish", thread: "t");
        team.Says(Ann, line, thread: "t");
        team.NothingHappened();
        team.Replied(ReplyNature.Asked, "Which assessment do you mean?");
        Assert.Equal(["#2 Two", "#1 One"], team.Reply.AllButtons().Select(button => button.Label));
    }

    [Fact]
    public void In_a_thread_too_pin_and_reopen_mean_the_only_one_that_they_fit()
    {
        team.Says(Ann, "start One", thread: "t").Says(Ann, "1a 3a 6a", thread: "t").Says(Ann, "finish", thread: "t");
        team.Says(Ben, "start Two", thread: "t").Says(Ben, "pin", thread: "t");
        team.Happened(new Pinned(1));
        team.Says(Ben, "reopen", thread: "t");
        Assert.Equal((1, Phase.Open), (team.State.Number, team.State.Phase));
    }

    [Theory]
    [InlineData("finish", "No assessment is open here. Type start and a title: for example start CRM to accounting. To change a finished one, type reopen and its number.")]
    [InlineData("1b", "No assessment is open here.")]
    [InlineData("unpin", "Nothing is pinned here. Type list to see all assessments.")]
    [InlineData("pin", "There is no recommendation to pin yet. Type finish first.")]
    [InlineData("why", "Nothing here is open or decided, so there is nothing to explain.")]
    public void With_none_that_fits_the_reply_says_why(string line, string expected)
    {
        team.Says(Ann, "start").Says(Ann, "cancel").Says(Ann, line);
        team.Refused(expected);
    }

    [Fact]
    public void Reopen_means_the_only_finished_or_cancelled_one_even_when_another_is_open()
    {
        team.Says(Ann, "start One").Says(Ann, "reopen");
        team.Refused("Nothing here is finished or cancelled, so there is nothing to reopen.");
        team.Says(Ann, "cancel").Says(Ann, "start Two").Says(Ann, "reopen");
        team.Happened(new Resumed());
        Assert.Equal("One", team.State.Title);
    }

    [Fact]
    public void Pin_means_the_only_unpinned_recommendation()
    {
        team.Says(Ann, "start One").Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "pin");
        team.Says(Ann, "start Two").Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "pin");
        Assert.Equal("Two", team.State.Title);
        team.Says(Ann, "unpin");
        team.Replied(ReplyNature.Asked, "Which assessment do you mean?");
        team.Taps(Ann, "#1 One", on: team.Reply);
        team.Happened(new Unpinned(1));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("a~AAAAAAAAAAAAAAAAAAAAAA~frequency~hourly")]
    public void An_action_that_no_card_here_carries_changes_nothing_and_says_so(string action)
    {
        team.Says(Ann, "start").Sends(Ann, action);
        team.NothingHappened();
        team.Replied(ReplyNature.NotUnderstood, "That button leads nowhere any more. Type status to get the newest card.");
    }
}
