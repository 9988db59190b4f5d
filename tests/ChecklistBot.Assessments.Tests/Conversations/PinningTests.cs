using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.Tests.Dsl;
using ChecklistBot.Assessments.Views;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Conversations;

/// <summary>Pin, unpin, the register and the list.</summary>
public sealed class PinningTests
{
    private readonly Conversation team = new Conversation().Says(Ann, "start CRM to accounting");

    [Fact]
    public void Without_a_recommendation_there_is_nothing_to_pin()
    {
        team.Says(Ann, "pin #1");
        team.Refused("#1 has no recommendation yet. Finish it first, then pin it.");
        team.Says(Ann, "unpin #1");
        team.Refused("#1 is not pinned. Type pinned to see what is.");
        team.Says(Ann, "pinned");
        team.Replied(ReplyNature.Content, "Nothing is pinned here yet. Pin a recommendation with its button, or type pin.");
    }

    [Fact]
    public void A_pinned_recommendation_is_in_the_register_with_its_link()
    {
        Finish("1a 3a 6a");
        team.Taps(Ben, "Pin", on: team.Recommendation);
        team.Happened(new Pinned(1));
        team.Replied(ReplyNature.Confirmation, "#1 is pinned. Type pinned to see the register.");
        Assert.True(team.Posts[^1].IsPinned);
        team.Recommendation.Shows("Pinned: it is in the register.", "[Unpin]");
        team.Says(Chi, "pin");
        team.Refused("Every recommendation here is pinned already. Type pinned to see them.");
        team.Says(Chi, "pin #1");
        team.NothingHappened();
        team.Replied(ReplyNature.Confirmation, "#1 is pinned already.");
        team.Says(Chi, "pinned");
        team.Replied(
            ReplyNature.Content,
            "# Pinned for later",
            "1 recommendation is pinned.",
            "* #1 CRM to accounting",
            "Immediate sync · decided · Real-time required · High cost of error · 24 November 2026 · pinned",
            "https://example.org/m/2");
    }

    [Fact]
    public void Unpinning_is_attributed_and_undone()
    {
        Finish("1a 3a 6a");
        team.Says(Ann, "pin").Taps(Ben, "Unpin", on: team.Recommendation);
        team.Happened(new Unpinned(1));
        Assert.False(team.Posts[^1].IsPinned);
        team.Card.Shows("Unpinned by Ben.");
        team.Taps(Chi, "Undo", on: team.Reply);
        team.Happened(new Pinned(1) { Undoes = 7 });
        Assert.True(team.Posts[^1].IsPinned);
        team.Card.Hides("Unpinned by");
    }

    [Fact]
    public void A_pinned_recommendation_stays_as_it_was_given_and_points_to_the_revision_that_replaced_it()
    {
        Finish("1a 3a 6a");
        team.Says(Ann, "pin").Says(Ann, "reopen").Says(Ann, "6b").Says(Ann, "finish").Says(Ann, "pinned");
        team.Reply.Shows(
            "Immediate sync · decided · Real-time required · High cost of error · 24 November 2026 · revision 1 is pinned; revision 2 (Lightweight connector) replaced it",
            "https://example.org/m/2");
        var old = team.Posts[1];
        team.Draw(old).Shows("# Recommended path: Immediate sync", "Revision 2 replaced this one (lightweight connector). -> https://example.org/m/3", "[Unpin] [Export]");
        Assert.True(old.IsPinned);

        team.Says(Ann, "pin");
        team.Happened(new Pinned(2, Previous: 1));
        team.Draw(old).Shows("was replaced by revision 2. -> https://example.org/m/3");
        Assert.Equal((false, true), (old.IsPinned, team.Posts[2].IsPinned));
    }

    /// <summary>It once named the path, the flags and the date of what replaced it.</summary>
    [Fact]
    public void The_register_shows_what_was_pinned_and_the_list_what_is_newest()
    {
        Finish("1a 3a 6a");
        team.Says(Ann, "pin").Says(Ann, "reopen");
        team.Now += TimeSpan.FromDays(7);
        team.Says(Ann, "1c 2c 3c 4a 5a 6b").Says(Ann, "finish");

        team.Says(Ann, "pinned");
        team.Reply.Shows("Immediate sync · decided · Real-time required · High cost of error · 24 November 2026 · revision 1 is pinned; revision 2 (Nightly batch) replaced it");
        team.Says(Ann, "list");
        team.Reply.Shows("Nightly batch · decided · No maintenance capacity · 1 December 2026 · revision 1 is pinned; revision 2 replaced it");

        team.Says(Ann, "reopen").Says(Ben, "1a 2a 3a 6a").Says(Ann, "finish anyway").Says(Ann, "pinned");
        team.Reply.Shows("Immediate sync · decided · Real-time required · High cost of error · 24 November 2026 · revision 1 is pinned; revision 3 (no single path yet) replaced it");
    }

    [Fact]
    public void The_button_of_a_superseded_recommendation_names_the_one_to_pin()
    {
        Finish("1a 3a 6a");
        var first = team.Recommendation;
        team.Says(Ann, "reopen").Says(Ann, "6b").Says(Ann, "finish").Taps(Ben, "Pin", on: first);
        team.Refused("Revision 1 of #1 was replaced by revision 2. Pin that one instead.");
        team.Taps(Ben, "Pin", on: team.Reply);
        team.Happened(new Pinned(2));
    }

    [Fact]
    public void A_deleted_recommendation_is_marked_gone_in_the_register()
    {
        Finish("1a 3a 6a");
        team.Says(Ann, "pin");
        team.Deletes(team.Posts[^1]);
        team.Says(Ann, "pinned");
        team.Reply.Shows("its message was deleted", "(no link)");
    }

    [Fact]
    public void The_list_has_every_assessment_newest_first_with_its_state()
    {
        Finish("1a 3a 6a");
        team.Says(Ben, "start Rota").Says(Ben, "cancel").Says(Chi, "start Leads").Says(Chi, "1b").Says(Chi, "finish anyway").Says(Ann, "reopen #3");
        team.Says(Ann, "start Fourth").Says(Ann, "list");
        var text = CardText.Of(team.Reply);
        Assert.Equal(["#4 Fourth", "#3 Leads", "#2 Rota", "#1 CRM to accounting"], team.Reply.Blocks.OfType<Cards.EntryBlock>().Select(entry => entry.Title));
        Assert.Contains("revision 2 open · 24 November 2026", text, StringComparison.Ordinal);
        Assert.Contains("cancelled · 24 November 2026", text, StringComparison.Ordinal);
        Assert.Contains("\n    open · 24 November 2026", text, StringComparison.Ordinal);
        Assert.Contains("Immediate sync · decided", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_is_paged()
    {
        for (var number = 2; number <= 23; number++)
            team.Says(Ann, "start");
        team.Says(Ann, "list");
        Assert.Equal(RegisterCards.PageSize, team.Reply.Blocks.OfType<Cards.EntryBlock>().Count());
        team.Taps(Ann, "Older", on: team.Reply).Taps(Ann, "Older", on: team.Reply);
        Assert.Equal(["#3 Untitled", "#2 Untitled", "#1 CRM to accounting"], team.Reply.Blocks.OfType<Cards.EntryBlock>().Select(entry => entry.Title));
        Assert.Equal(["Newest"], team.Reply.AllButtons().Select(button => button.Label));
        team.Taps(Ann, "Newest", on: team.Reply);
        team.Reply.Shows("#23 Untitled", "[Older]");
    }

    /// <summary>It once stopped at 30 and said that there were no more.</summary>
    [Fact]
    public void The_register_is_paged_and_counts_what_is_on_every_page()
    {
        Finish("1a 3a 6a");
        team.Says(Ann, "pin");
        for (var number = 2; number <= 31; number++)
            team.Says(Ann, "start").Says(Ann, $"#{number} 1a 3a 6a").Says(Ann, $"finish #{number}").Says(Ann, $"pin #{number}");
        team.Says(Ann, "pinned");
        team.Reply.Shows("31 recommendations are pinned.", "#31 Untitled", "[Older]");
        Assert.Equal(RegisterCards.PageSize, team.Reply.Blocks.OfType<Cards.EntryBlock>().Count());
        for (var page = 2; page <= 4; page++)
            team.Taps(Ann, "Older", on: team.Reply);
        team.Reply.Shows("31 recommendations are pinned.");
        Assert.Equal(["#1 CRM to accounting"], team.Reply.Blocks.OfType<Cards.EntryBlock>().Select(entry => entry.Title));
        Assert.Equal(["Newest"], team.Reply.AllButtons().Select(button => button.Label));
        team.Taps(Ann, "Newest", on: team.Reply);
        team.Reply.Shows("#31 Untitled", "[Older]");
    }

    [Fact]
    public void The_buttons_of_a_search_keep_its_words()
    {
        var query = (Commands.ListAll)Checklists.BuiltIn.Grammar.Read("list “Payroll” Ærø 給与").Command;
        var page = Enumerable.Range(0, 11).Select(index => team.Summaries[0] with { Number = 40 - index }).ToList();
        var card = RegisterCards.List(page, query, TimeZoneInfo.Utc);
        card.Shows("Those with “payroll ærø 給与”, newest first.");
        var older = (Commands.ListAll)Commands.CardAction.Read(card.Button("Older").Action, null, Checklists.BuiltIn.Grammar)!.Command;
        Assert.Equal(query.Words, older.Words);
        Assert.Equal(31, older.Before);
        RegisterCards.List([], query, TimeZoneInfo.Utc).Shows("Nothing found with “payroll ærø 給与”.");
        RegisterCards.List([], query with { Words = [] }, TimeZoneInfo.Utc).Shows("No assessment was started here yet. Type start and a title.");
    }

    [Fact]
    public void Dates_are_those_of_the_teams_time_zone()
    {
        team.Now = new DateTimeOffset(2026, 6, 30, 23, 30, 0, TimeSpan.Zero);
        Finish("1a 3a 6a");
        team.Recommendation.Shows("1 July 2026");
    }

    [Fact]
    public void A_pinned_decision_keeps_its_title_when_the_assessment_is_renamed()
    {
        Finish("1a 3a 6a");
        team.Says(Ann, "pin").Says(Ann, "rename Something else");
        team.Recommendation.Shows("CRM to accounting · #1");
        Assert.IsType<RecommendationContent>(team.Posts[^1].Content);
    }

    private void Finish(string answers) => team.Says(Ann, answers).Says(Ann, "finish");
}
