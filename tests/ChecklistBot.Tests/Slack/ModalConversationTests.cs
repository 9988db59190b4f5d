using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Tests.Slack;

/// <summary>The form of all items and the entries of <c>More…</c> with the real binary, as people go through them.</summary>
[Trait("starts", "the binary")]
public sealed class ModalConversationTests
{
    private const string Ann = "U1";
    private const string Ben = "U2";

    [Fact]
    public async Task Finish_in_the_menu_asks_also_while_it_stands_on_the_card_where_it_does_not()
    {
        await using var team = await SlackTeam.StartAsync(overSockets: false);
        await team.CommandAsync(Ann, "start CRM to accounting");
        await team.CommandAsync(Ann, "1a 3a 6a");
        var card = await team.SeesAsync("C1", "Finish now");

        await team.ChoosesAsync(Ann, card, "Finish…");
        Assert.Equal("", await team.SendsAsync(Ann, await team.SeesModalAsync("Finish #1?", "Go on answering")));

        await team.SeesAsync("C1", "Recommended path: Immediate sync");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answer_all_and_each_entry_of_the_menu_do_what_they_say(bool overSockets)
    {
        await using var team = await SlackTeam.StartAsync(overSockets);
        await team.CommandAsync(Ann, "start CRM to accounting");
        var card = await team.SeesAsync("C1", "#1 CRM to accounting", "0 of 6 answered");

        // The form begins with one's own answers and keeps what is sent.
        await team.CommandAsync(Ben, "1 real time");
        await team.CommandAsync(Ann, "1 nightly");
        await team.TapsAsync(Ann, card, "Answer all");
        var form = await team.SeesModalAsync("Save my answers");
        Assert.Equal(["nightly", null, null, null, null, null], form.Chosen.Values);
        Assert.Equal("", await team.SendsAsync(Ann, form, ("delay", "hours"), ("maintenance", "yes")));
        card = await team.SeesAsync("C1", "3 of 6 answered");

        // Sent a second time it is the same turn.
        Assert.Equal("", await team.SendsAsync(Ann, form, ("delay", "seconds")));
        await team.TapsAsync(Ann, card, "Answer all");
        Assert.Equal(["nightly", "hours", null, null, null, "yes"], (await team.SeesModalAsync("Save my answers")).Chosen.Values);

        // Rename: a title that is none leaves the modal open with a sentence.
        await team.ChoosesAsync(Ben, card, "Rename…");
        var rename = await team.SeesModalAsync("New title");
        Assert.Contains("\"response_action\":\"errors\",\"errors\":{\"input\":", await team.SendsAsync(Ben, rename, ("input", "   ")), StringComparison.Ordinal);
        Assert.Equal("", await team.SendsAsync(Ben, rename with { Hash = "2.h" }, ("input", "CRM to *ledger*")));
        card = await team.SeesAsync("C1", "#1 CRM to *ledger*");

        // An entry that asks nothing acts at once.
        await team.ChoosesAsync(Ann, card, "Quick");
        card = await team.SeesAsync("C1", "Hold");

        // Cancel and Finish ask first; nothing happens before the answer.
        await team.ChoosesAsync(Ben, card, "Cancel…");
        var cancel = await team.SeesModalAsync("Cancel #1?");
        await team.ChoosesAsync(Ann, card, "Finish…");
        var finish = await team.SeesModalAsync("Finish #1?", "Go on answering");
        Assert.Equal("", await team.SendsAsync(Ben, cancel));
        card = await team.SeesAsync("C1", "cancelled");

        // Too late: whoever sent it hears so, with the way back, and nobody else does.
        Assert.Equal("", await team.SendsAsync(Ann, finish));
        await HearsAsync(Ann, "#1 was cancelled", "Reopen");
        Assert.Single(team.Channel());

        Assert.Equal("", await team.SendsAsync(Ann, form with { Hash = "2.h" }));
        await HearsAsync(Ann, "#1 was cancelled", "Reopen");

        // A form is of use to nobody but the one who opened it.
        Assert.Contains("I do not know this form any more", await team.SendsAsync(Ben, form with { Hash = "3.h" }), StringComparison.Ordinal);

        await team.TapsAsync(Ben, card, "Reopen");
        card = await team.SeesAsync("C1", "#1 CRM to *ledger*", "3 of 6 answered");
        await team.ChoosesAsync(Ann, card, "Finish…");
        Assert.Equal("", await team.SendsAsync(Ann, await team.SeesModalAsync("Finish #1?")));
        await team.SeesAsync("C1", "Finish without agreement");

        Task HearsAsync(string person, params string[] words) => Patience.UntilAsync(() => team.Slack.Calls
            .Where(call => call.Method == "chat.postEphemeral" && call.Body.GetProperty("user").ValueEquals(person))
            .Any(call => words.All(new SlackMessage("C1", "", call.Body).Says)));
    }
}
