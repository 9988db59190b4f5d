using System.Globalization;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Tests.Slack;

/// <summary>Three people of a workspace take a decision with the real binary.</summary>
[Trait("starts", "the binary")]
public sealed class WholeAssessmentTests
{
    private const string Ann = "U1";
    private const string Ben = "U2";
    private const string Chi = "U3";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Three_people_in_a_channel_differ_settle_finish_and_pin_through_a_restart(bool overSockets)
    {
        await using var team = await SlackTeam.StartAsync(overSockets);
        await team.CommandAsync(Ann, "start CRM to accounting");
        var card = await team.SeesAsync("C1", "#1 CRM to accounting", "0 of 6 answered");
        await team.TapsAsync(Ann, card, "answer:frequency:nightly");
        await team.TapsAsync(Ben, card, "answer:frequency:hourly");

        // An acknowledgement does not wait long for Slack to name somebody: a turn after the card has changed has the name for certain.
        card = await team.SeesAsync("C1", "Moves every night: ", "Moves every hour: ");
        await team.TapsAsync(Ben, card, "answer:frequency:nightly");
        card = await team.SeesAsync("C1", "Name of U1, Name of U2");
        await team.CommandAsync(Ann, "2 minutes");
        await team.CommandAsync(Chi, "2 hours");
        await team.SaysAsync(Chi, "3 rework");
        await team.SaysAsync(Ben, "5a 6 not sure");
        card = await team.SeesAsync("C1", "4 of 6 answered");

        await team.RestartAsync();
        await team.CommandAsync(Ann, "finish");
        card = await team.SeesAsync("C1", "Item 2 decides");
        Assert.Single(team.Channel());
        await team.TapsAsync(Ben, card, "Settle on “Can wait hours”");
        card = await team.SeesAsync("C1", "Settled on the answers of 3 people");
        await team.TapsAsync(Ben, card, "Finish");
        var given = await team.SeesAsync("C1", "Recommended path: Nightly batch", "Decide the cut-off time");
        await team.SeesAsync("C1", "#1 CRM to accounting", "Reopen", "https://example.slack.com/archives/C1/p" + given.Ts.Replace(".", "", StringComparison.Ordinal));
        Assert.Equal([card.Ts, given.Ts], team.Channel().Select(message => message.Ts));

        await team.TapsAsync(Chi, given, "Pin");
        await Patience.UntilAsync(() => team.Slack.Pins.ContainsKey(("C1", given.Ts)));
        await team.SeesAsync("C1", "Unpin");
    }

    [Fact]
    public async Task A_thread_keeps_its_assessment_and_its_recommendation_goes_to_the_channel_too()
    {
        await using var team = await SlackTeam.StartAsync();
        await team.SaysAsync(Ann, "start Leads to sales", thread: "1763990000.000001");
        await team.SeesAsync("C1", "#1 Leads to sales");
        await team.SaysAsync(Ann, "1a 3a 6a", thread: "1763990000.000001");
        await team.SaysAsync(Ben, "finish", thread: "1763990000.000001");
        await team.SeesAsync("C1", "Recommended path: Immediate sync");

        Assert.Equal(["1763990000.000001", "1763990000.000001"], team.Slack.Calls.Where(call => call.Method == "chat.postMessage").Select(call => call.Body.GetProperty("thread_ts").GetString()));
        Assert.True(team.Slack.Calls.Last(call => call.Method == "chat.postMessage").Body.GetProperty("reply_broadcast").GetBoolean());
    }

    [Fact]
    public async Task In_a_direct_message_plain_words_do_and_the_card_moves_on_after_each_answer()
    {
        await using var team = await SlackTeam.StartAsync();
        await team.SaysAsync(Ann, "start Rota to payroll", "D1");
        await team.SeesAsync("D1", "Item 1 of 6");
        await team.SaysAsync(Ann, "d", "D1");
        await team.SeesAsync("D1", "Item 2 of 6");
        await team.SaysAsync(Ann, "3", "D1");
        await team.SeesAsync("D1", "Item 3 of 6");
        await team.SaysAsync(Ann, "low", "D1");
        await team.SaysAsync(Ann, "nobody", "D1");
        await team.SaysAsync(Ann, "finish", "D1");
        await team.SeesAsync("D1", "Recommended path: Documented manual handoff");
    }

    [Fact]
    public async Task Sixty_taps_in_ten_seconds_make_few_edits_and_the_final_card_is_right()
    {
        await using var team = await SlackTeam.StartAsync();
        await team.CommandAsync(Ann, "start Busy");
        var card = await team.SeesAsync("C1", "#1 Busy");
        var edits = team.Slack.CountOf("chat.update");
        var start = TimeProvider.System.GetTimestamp();
        string[] options = ["real-time", "hourly", "nightly", "less-often"];
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(10.0 / 60));
        for (var tap = 0; tap < 60; tap++)
        {
            await clock.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            await team.TapsAsync(string.Create(CultureInfo.InvariantCulture, $"U{tap % 20}"), card, $"answer:frequency:{options[tap % 4]}");
        }

        // 20 people tapped three times each; the newest answer of each counts: five a choice.
        card = await team.SeesAsync("C1", "Next · 20 answered", "Moves in real time · 5", "Moves every hour · 5", "Moves every night · 5", "Moves less often · 5");
        // One at the beginning and one after each second and a half since; a late first one may let the next seem early.
        var most = 2 + (int)(TimeProvider.System.GetElapsedTime(start) / TimeSpan.FromSeconds(1.5));
        Assert.InRange(team.Slack.CountOf("chat.update") - edits, 1, most);
        Assert.Single(team.Channel());
    }
}
