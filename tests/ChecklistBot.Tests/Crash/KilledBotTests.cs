using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Web;

namespace ChecklistBot.Tests.Crash;

/// <summary>
/// One conversation is held with two bots: one is killed with SIGKILL at each turn and started again, the other never. Whatever
/// happens, both rooms must look the same.
/// </summary>
[Trait("starts", "the binary")]
public sealed class KilledBotTests
{
    /// <summary>A whole assessment of three people, with a split that matters, two revisions and a pin.</summary>
    private static readonly Step[] Conversation =
    [
        Step.Says("Ann", "start CRM to accounting", "0 of 6 answered"),
        Step.Answers("Ann", "frequency", "real-time", "Moves in real time: Ann"),
        Step.Answers("Ben", "frequency", "hourly", "Moves every hour: Ben"),
        Step.Answers("Chi", "frequency", "hourly", "Moves every hour: Ben, Chi"),
        Step.Taps("Ben", "live", "Next", "Item 2 of 6"),
        Step.Answers("Ann", "delay", "minutes", "Can wait minutes: Ann"),
        Step.Says("Ben", "2c", "Your answer: item 2, Can wait hours."),
        Step.Answers("Chi", "delay", "not-sure", "Not sure: Chi"),
        Step.Says("Chi", "3b 5a 6a", "5 of 6 answered"),
        Step.Says("Ann", "finish", "Item 2 decides"),
        Step.Taps("Chi", "live", "Settle on “Can wait hours”", "Settled on “Can wait hours” by Chi"),
        Step.Says("Ann", "finish", "Recommended path: Nightly batch"),
        Step.Taps("Chi", "recommendation", "Pin", "Pinned: it is in the register."),
        Step.Says("Ben", "pinned", "Pinned for later"),
        Step.Taps("Ann", "recommendation", "Change an answer", "revision 2"),
        Step.Says("Ben", "1a", "Moves in real time"),
        Step.Says("Chi", "1a", "Your answer: item 1, Moves in real time."),
        Step.Says("Chi", "finish", "Recommended path: Lightweight connector"),
        Step.Taps("Ann", "recommendation", "Pin", "Pinned: it is in the register."),
        Step.Says("Ann", "list", "Lightweight connector · decided"),
    ];

    [Fact]
    public async Task Killed_after_each_acknowledged_turn_it_has_lost_nothing_and_the_same_form_sent_again_is_not_a_second_turn()
    {
        await PlayAsync(async (bot, room, form) =>
        {
            AssertTaken(await room.PostAsync(form.Route, form.Fields));
            await bot.KillAsync();
            await bot.StartAgainAsync();
        });
    }

    [Fact]
    public async Task Killed_in_the_middle_of_each_turn_the_same_form_sent_again_carries_it_out_exactly_once()
    {
        // Each blow falls a little later in its turn than the one before: before, within or after the commit.
        var delay = TimeSpan.Zero;
        await PlayAsync(async (bot, room, form) =>
        {
            var sent = room.PostAsync(form.Route, form.Fields);
            delay += TimeSpan.FromMicroseconds(400);
            for (var start = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(start) < delay;)
                await Task.Yield();
            await bot.KillAsync();

            // Acknowledged or cut off: both happen, and the person cannot tell which of them was kept.
            await Task.WhenAny(sent);
            if (!sent.IsCompletedSuccessfully)
                Assert.IsAssignableFrom<HttpRequestException>(sent.Exception!.InnerException);
            await bot.StartAgainAsync();
        });
    }

    private static async Task PlayAsync(Func<BotProcess, Caller, Form, Task> interrupt)
    {
        await using var killed = await BotProcess.StartAsync();
        await using var steady = await BotProcess.StartAsync();
        var here = new Caller(killed, "main");
        var there = new Caller(steady, "main");
        for (var turn = 0; turn < Conversation.Length; turn++)
        {
            var step = Conversation[turn];
            var token = turn.ToString("x32", CultureInfo.InvariantCulture);
            var form = await step.FillAsync(here, token);
            await interrupt(killed, here, form);
            AssertTaken(await here.PostAsync(form.Route, form.Fields));

            var twin = await step.FillAsync(there, token);
            AssertTaken(await there.PostAsync(twin.Route, twin.Fields));

            var expected = await Eventually.BecomesAsync(() => LookAsync(there), room => room.Contains(step.Shows, StringComparison.Ordinal));
            Assert.Contains(step.Shows, expected, StringComparison.Ordinal);

            // Links come with the delivery, which goes on by itself after a start: both rooms get there.
            string other = expected;
            var seen = await Eventually.BecomesAsync(
                async () =>
                {
                    other = await LookAsync(there);
                    return await LookAsync(here);
                },
                room => room == other);
            Assert.Equal(other, seen);
        }
    }

    /// <summary>The conversation as it is drawn, without what differs between any two rooms: ids, tokens and times.</summary>
    private static async Task<string> LookAsync(Caller room)
    {
        var messages = (await room.PageAsync()).GetElementById("messages")!;
        foreach (var passing in messages.QuerySelectorAll("time, .previews, [name=token]"))
            passing.Remove();
        var ids = messages.QuerySelectorAll("article").Select(card => card.GetAttribute("data-assessment")).Where(id => !string.IsNullOrEmpty(id)).Distinct().ToList();
        var html = messages.InnerHtml;
        for (var i = 0; i < ids.Count; i++)
            html = html.Replace(ids[i]!, $"assessment-{i}", StringComparison.Ordinal);
        return html;
    }

    private static void AssertTaken(Answer answer) =>
        Assert.True(answer.Status == HttpStatusCode.SeeOther, $"Answered {answer.Status}: {answer.Sentence}");
}
