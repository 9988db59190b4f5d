using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Views;

/// <summary>What each card looks like, to be read with a reader's eye.</summary>
public sealed class GoldenCardTests
{
    [Fact]
    public void Start() => Matches("card-start.txt", Scenes.Start().Card);

    [Fact]
    public void Midway_with_a_split() => Matches("card-midway.txt", Scenes.Midway().Card);

    [Fact]
    public void Settled_early() => Matches("card-settled-early.txt", Scenes.SettledEarly().Card);

    [Fact]
    public void Undecided_after_finish() => Matches("card-undecided.txt", Scenes.Undecided().Card);

    [Fact]
    public void Undecided_with_several_deciding_items() => Matches("card-undecided-together.txt", Scenes.UndecidedTogether().Card);

    [Fact]
    public void Undecided_in_words_for_who_typed_finish() => Matches("reply-undecided.txt", Scenes.UndecidedTogether().Reply);

    [Fact]
    public void Provisional() => Matches("recommendation-provisional.txt", Scenes.Provisional().Recommendation);

    [Fact]
    public void Finished_without_agreement() => Matches("card-finished-provisional.txt", Scenes.Provisional().Card);

    [Fact]
    public void Recommendation() => Matches("recommendation.txt", Scenes.Recommended().Recommendation);

    [Fact]
    public void Finished() => Matches("card-finished.txt", Scenes.Recommended().Card);

    [Fact]
    public void Reopened_card() => Matches("card-reopened.txt", Scenes.Reopened().Card);

    [Fact]
    public void Reopened_recommendation() => Matches("recommendation-reopened.txt", Scenes.Reopened().Recommendation);

    [Fact]
    public void Superseded_pointer()
    {
        var team = Scenes.Superseded();
        Matches("recommendation-superseded.txt", team.Draw(team.Posts.First(post => post.Content is RecommendationContent)));
    }

    [Fact]
    public void Second_revision_pinned() => Matches("recommendation-revision-2.txt", Scenes.Superseded().Recommendation);

    [Fact]
    public void Post_of_a_pin() => Matches("pin-post.txt", PinPost(Scenes.Superseded(), revision: 2));

    [Fact]
    public void Post_of_a_pin_that_was_taken_away() => Matches("pin-post-unpinned.txt", PinPost(Scenes.Superseded().Says(Chi, "unpin"), revision: 2));

    [Fact]
    public void Post_of_a_pin_whose_revision_was_replaced() => Matches("pin-post-superseded.txt", PinPost(Scenes.Superseded(), revision: 1));

    [Fact]
    public void Register()
    {
        var team = Scenes.Superseded();
        team.Says(Ann, "start Rota to payroll").Says(Ann, "1c 2c 3b 5b 6a").Says(Ann, "finish").Says(Ann, "pin").Says(Ann, "pinned");
        Matches("register.txt", team.Reply);
    }

    [Fact]
    public void List()
    {
        var team = Scenes.Superseded();
        team.Says(Ann, "start Rota to payroll").Says(Ann, "cancel").Says(Ben, "start Leads").Says(Ann, "list");
        Matches("list.txt", team.Reply);
    }

    [Fact]
    public void Cancelled() => Matches("card-cancelled.txt", Scenes.Midway().Says(Ben, "cancel").Card);

    [Fact]
    public void Moved()
    {
        var team = Scenes.Midway();
        var old = team.LivePost();
        Matches("card-moved.txt", team.Says(Ben, "status").Draw(old));
    }

    [Fact]
    public void Forgotten()
    {
        var team = Scenes.Midway();
        team.Forgets(Ben);
        Matches("card-forgotten.txt", team.Card);
    }

    [Fact]
    public void Help() => Matches("help.txt", Scenes.Start().Says(Ann, "help").Reply);

    [Fact]
    public void Help_on_every_command() =>
        Golden.Matches("help-commands.txt", string.Join('\n', Commands.Grammar.Words.Select(word => Scenes.Start().Says(Ann, "help " + word).Reply.Summary)) + "\n");

    private static Cards.Card PinPost(Conversation team, int revision) => team.Draw(new Post(new PinPostContent(revision, 1), team.State.Id));

    private static void Matches(string file, Cards.Card card) => Golden.Matches(file, CardText.Of(card));
}
