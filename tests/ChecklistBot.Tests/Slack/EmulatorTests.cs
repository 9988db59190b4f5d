using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Tests.Slack;

/// <summary>The real binary against a Slack that no one here wrote: what it posts, edits and pins is read back from there.</summary>
[Trait("starts", "the binary")]
public sealed class EmulatorTests
{
    [Fact]
    public async Task Three_people_take_a_decision_and_pin_it()
    {
        await using var slack = await EmulatedSlack.StartAsync();
        await using var team = await SlackTeam.StartAsync(slack);
        var general = await slack.JoinedChannelAsync("general");
        var (ann, ben, chi) = (await slack.UserAsync("ann"), await slack.UserAsync("ben"), await slack.UserAsync("chi"));

        await team.CommandAsync(ann, "start CRM to accounting", general);
        var card = await team.SeesAsync(general, "#1 CRM to accounting", "0 of 6 answered");
        await team.TapsAsync(ann, card, "answer:frequency:nightly");
        await team.SaysAsync(ben, "1c 2 minutes", general);
        await team.SaysAsync(chi, "2 hours, 3 rework", general);
        await team.CommandAsync(ben, "5a", general);
        await team.SeesAsync(general, "4 of 6 answered", "ben");
        await team.CommandAsync(ann, "finish", general);
        card = await team.SeesAsync(general, "Item 2 decides");
        await team.TapsAsync(chi, card, "Settle on “Can wait hours”");
        card = await team.SeesAsync(general, "Settled on the answers of 3 people");
        await team.TapsAsync(ann, card, "Finish");
        var given = await team.SeesAsync(general, "Recommended path: Nightly batch", "Decide the cut-off time");
        await team.SeesAsync(general, "#1 CRM to accounting", "Reopen");
        await team.TapsAsync(ann, given, "Pin");
        await Patience.UntilAsync(async () => (await slack.PinsAsync(general)).Contains(given.Ts));

        await team.CommandAsync(ann, "unpin", general);
        await Patience.UntilAsync(async () => (await slack.PinsAsync(general)).Count == 0);
    }

    [Fact]
    public async Task Answer_all_opens_with_ones_own_answers_and_brings_the_others_onto_the_card()
    {
        await using var slack = await EmulatedSlack.StartAsync();
        await using var wire = await RecordedWire.StartAsync(slack.ApiBaseUrl);
        await using var team = await SlackTeam.StartAsync(slack, wire.ApiBaseUrl);
        var general = await slack.JoinedChannelAsync("general");
        var (ann, ben) = (await slack.UserAsync("ann"), await slack.UserAsync("ben"));
        await team.CommandAsync(ann, "start CRM to accounting", general);
        await team.CommandAsync(ann, "1c 2 hours", general);
        await team.CommandAsync(ben, "1a", general);

        // An acknowledgement does not wait long for Slack to name somebody: a turn after the answer and a look at the card has the name for certain.
        await Patience.UntilAsync(() => wire.Said.Count(call => call.Method == "users.info") >= 2);
        await team.SeesAsync(general, "2 of 6 answered", "Moves in real time: ");
        await team.CommandAsync(ben, "3 rework", general);
        var card = await team.SeesAsync(general, "3 of 6 answered");

        var modal = await OpensAsync(ann, card);
        Assert.Contains($"\"hash\":\"{HashOf("views.open")}\"", wire.Said.Last(call => call.Method == "views.update").Body, StringComparison.Ordinal);
        Assert.Equal("nightly", modal.Chosen["frequency"]);
        Assert.Equal("hours", modal.Chosen["delay"]);
        Assert.Equal([null, null, null, null], modal.Chosen.Values.Skip(2));

        Assert.Equal("", await team.SendsAsync(ann, modal, ("frequency", "real-time"), ("error-cost", "low"), ("reach", "small")));
        card = await team.SeesAsync(general, "4 of 6 answered");
        Assert.True(card.Says("Ann, ben"));

        modal = await OpensAsync(ann, card);
        Assert.Equal(["real-time", "hours", "low", "small", null, null], modal.Chosen.Values);
        Assert.Equal(2, wire.Said.Count(call => call.Method == "views.update" && call.Answer.GetProperty("ok").GetBoolean()));

        string? HashOf(string method) => wire.Said.Last(call => call.Method == method).Answer.GetProperty("view").GetProperty("hash").GetString();

        async Task<SlackModal> OpensAsync(string person, SlackMessage message)
        {
            var filled = wire.Said.Count(call => call.Method == "views.update");
            var opened = wire.Said.Count(call => call.Method == "views.open");
            while (true)
            {
                await team.TapsAsync(person, message, "Answer all", await slack.TriggerAsync(person));
                opened++;
                await Patience.UntilAsync(() => wire.Said.Count(call => call.Method == "views.open") == opened);
                var answer = wire.Said.Last(call => call.Method == "views.open").Answer;
                if (answer.GetProperty("ok").GetBoolean())
                    break;
                // A crowded machine lets a trigger grow older than its 3 s; then a person presses again.
                Assert.Equal("expired_trigger_id", answer.GetProperty("error").GetString());
            }

            await Patience.UntilAsync(() => wire.Said.Count(call => call.Method == "views.update") > filled);
            var view = wire.Said.Last(call => call.Method == "views.update").Answer.GetProperty("view");
            return new SlackModal(view.GetProperty("id").GetString()!, view.GetProperty("hash").GetString()!, view);
        }
    }
}
