using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Teams;

/// <summary>The real binary with Microsoft's own client: Ann at its page in a browser, her colleagues by the ways that it has for tests.</summary>
[Trait("starts", "the binary")]
public sealed class PlaygroundTests(Browser browser)
{
    private const string Ann = "ann";
    private const string Ben = "ben";
    private const string Chi = "chi";

    /// <summary>What every card of an assessment says while it is open.</summary>
    private const string Open = "Started by Ann";

    [Fact]
    public async Task Three_people_in_a_channel_thread_differ_settle_finish_and_pin_through_a_power_cut()
    {
        await using var team = await TeamsTeam.StartAsync();
        await using var ann = await PlaygroundPage.OpenAsync(browser, team.Playground, "General");
        await ann.MentionsAsync("start CRM to accounting");
        var card = await team.SeesAsync(Playground.Channel, "#1 CRM to accounting", "0 of 6 answered");
        var thread = card.Conversation;
        Assert.StartsWith("team;messageid=", thread, StringComparison.Ordinal);
        await ann.KeepAsync("01-channel-start");

        await ann.TapsAsync(Open, "Moves every night");
        await ann.SeesAsync(Open, "1 of 6 answered");
        await team.TapsAsync(Ben, card, "Moves every night");
        await team.SeesAsync(thread, "Moves every night: Ann, Ben");
        await ann.TapsAsync(Open, "Next · 2 answered");
        card = await team.SeesAsync(thread, "Item 2 of 6");
        await team.TapsAsync(Ann, card, "Can wait minutes");
        await team.TapsAsync(Chi, card, "Can wait hours");
        await team.SaysAsync(Chi, "3 rework", thread);
        await team.SaysAsync(Ben, "5a 6 not sure", thread);
        await ann.SeesAsync(Open, "4 of 6 answered");
        await ann.KeepAsync("02-channel-split");

        await team.RestartAsync();
        await ann.MentionsAsync("finish", below: Open);
        await ann.SeesAsync(Open, "Item 2 decides");
        await ann.KeepAsync("03-channel-undecided");
        var asked = await team.SeesAsync(thread, "Item 2 decides", "(1 person)");
        card = await team.SeesAsync(thread, "Item 2 decides", Open);
        await team.TapsAsync(Chi, card, "Settle on “Can wait hours”");
        await ann.SeesAsync(Open, "Settled on the answers of 3 people");
        await ann.KeepAsync("04-channel-settled");
        await ann.TapsAsync(Open, "Finish now");
        var given = await team.SeesAsync(thread, "Recommended path: Nightly batch", "Decide the cut-off time");
        await ann.SeesAsync("#1 CRM to accounting", "Reopen");
        Assert.Equal([card.Id, asked.Id, given.Id], team.In(thread).Select(message => message.Id));

        await team.TapsAsync(Ben, given, "Pin");
        var pinned = await team.SeesAsync(Playground.Channel, "Recommended path: Nightly batch", "Where the team decided it");
        Assert.NotEqual(thread, pinned.Conversation);
        await team.SeesAsync(thread, "Unpin", "stands there again as a post of its own");
        await ann.KeepAsync("05-channel-recommendation");
        given = await team.SeesAsync(thread, "Unpin", "stands there again as a post of its own");
        await team.TapsAsync(Ben, given, "Unpin");
        var unpinned = await team.SeesAsync(Playground.Channel, "Where the team decided it", "It is no longer pinned.");
        Assert.Equal(pinned.Id, unpinned.Id);
        Assert.Empty(ann.Errors);
    }

    [Fact]
    public async Task A_group_chat_answers_all_at_once_in_the_form_and_settles_its_split()
    {
        await using var team = await TeamsTeam.StartAsync();
        await using var ann = await PlaygroundPage.OpenAsync(browser, team.Playground, "Operations");
        await ann.MentionsAsync("start Rota to payroll");
        var card = await team.SeesAsync(Playground.Group, "#1 Rota to payroll");
        await ann.TapsAsync(Open, "Moves every night");
        await team.AnswersAllAsync(
            Ben, card, ("Item 1", "Moves every night"), ("Item 2", "Can wait hours"), ("Item 3", "Rework for our team"), ("Item 5", "Clear owner"), ("Item 6", "Not sure"));
        await team.AnswersAllAsync(Chi, card, ("Item 2", "Can wait hours"), ("Item 3", "Rework for our team"), ("Item 5", "Messy"));
        await ann.SeesAsync(Open, "4 of 6 answered");
        await ann.KeepAsync("10-group-form");

        await team.TapsAsync(Chi, card, "Moves in real time");
        await ann.SeesAsync(Open, "Next · 3 answered");
        var more = await team.TapsAsync(Chi, card, "More…");
        await team.TapsAsync(Chi, card with { Body = more }, "Undo");
        await ann.SeesAsync(Open, "Next · 2 answered");

        await ann.MentionsAsync("finish");
        await ann.SeesAsync(Open, "Item 5 decides");
        card = await team.SeesAsync(Playground.Group, "Item 5 decides");
        await team.TapsAsync(Ben, card, "Settle on “Messy");
        await ann.SeesAsync(Open, "by Ben");
        await ann.TapsAsync(Open, "Finish now");
        var given = await team.SeesAsync(Playground.Group, "Recommended path: Single source of truth");
        await team.TapsAsync(Chi, given, "Pin");
        await team.SeesAsync(Playground.Group, "choose Pin");
        await ann.SeesAsync("Recommended path", "Unpin");
        await ann.KeepAsync("11-group-pinned");
        Assert.Empty(ann.Errors);
    }

    [Fact]
    public async Task Alone_in_the_personal_chat_plain_words_and_taps_lead_to_a_recommendation()
    {
        await using var team = await TeamsTeam.StartAsync();
        await using var ann = await PlaygroundPage.OpenAsync(browser, team.Playground, "Personal Chat");
        await ann.SeesAsync("Hello", "Help");
        await ann.SaysAsync("start Leeds to sales");
        await ann.SeesAsync(Open, "Item 1 of 6");
        await ann.KeepAsync("20-personal-start");
        await ann.TapsAsync(Open, "More…");
        await ann.SeesAsync("Only you see this", "New title");
        await ann.KeepAsync("21-personal-more");
        await ann.Card("Only you see this").GetByLabel("New title").FillAsync("Leads to sales");
        await ann.TapsAsync("Only you see this", "Rename");
        await ann.SeesAsync(Open, "Leads to sales");

        // A personal card moves on after each answer.
        await ann.TapsAsync(Open, "Moves less often");
        await ann.SeesAsync(Open, "Item 2 of 6");
        await ann.SaysAsync("days");
        await ann.SeesAsync(Open, "Item 3 of 6");
        await ann.KeepAsync("22-personal-typed");
        await ann.TapsAsync(Open, "Only an inconvenience");
        await ann.SeesAsync(Open, "3 of 6 answered");
        await ann.SaysAsync("nobody");
        await ann.SeesAsync(Open, "Settled on the answers of 1 person");
        await ann.TapsAsync(Open, "Finish now");
        await ann.SeesAsync("Recommended path", "Documented manual handoff");
        await ann.TapsAsync("Recommended path", "Pin");
        await ann.SeesAsync("Recommended path", "Unpin");
        await ann.SaysAsync("pinned");
        await ann.SeesAsync("Pinned", "#1 Leads to sales");
        await ann.KeepAsync("23-personal-register");
        Assert.Empty(ann.Errors);
    }

    [Fact]
    public async Task Two_people_tap_at_once_fifty_times_and_both_answers_are_kept()
    {
        await using var team = await TeamsTeam.StartAsync();
        await team.SaysAsync(Ann, "start Busy", Playground.Group);
        var card = await team.SeesAsync(Playground.Group, "#1 Busy");
        string[] options = ["Moves in real time", "Moves every hour", "Moves every night", "Moves less often"];
        for (var round = 0; round < 50; round++)
        {
            var (bens, chis) = (options[round % 2], options[2 + (round % 2)]);
            var shown = await Task.WhenAll(team.TapsAsync(Ben, card, bens), team.TapsAsync(Chi, card, chis));

            // Whoever came second sees both, and nobody sees less than their own.
            Assert.Contains($"{bens}: Ben", Texts(shown[0]), StringComparison.Ordinal);
            Assert.Contains($"{chis}: Chi", Texts(shown[1]), StringComparison.Ordinal);
            Assert.Contains(shown, answer => Texts(answer).Contains($"{bens}: Ben", StringComparison.Ordinal)
                && Texts(answer).Contains($"{chis}: Chi", StringComparison.Ordinal));
        }

        await team.SeesAsync(Playground.Group, "Moves every hour: Ben · Moves less often: Chi", "Next · 2 answered");
        Assert.Single(team.In(Playground.Group));
        await MeasureAsync(team, card, options);
    }

    private static string Texts(JsonElement answer) => new TeamsMessage("", "", answer).Everything;

    // Nothing is asserted of time; the figure stands in the test's output.
    private static async Task MeasureAsync(TeamsTeam team, TeamsMessage card, string[] options)
    {
        var milliseconds = new List<double>();
        for (var tap = 0; tap < 200; tap++)
        {
            var started = Stopwatch.GetTimestamp();
            await team.TapsDirectlyAsync(Chi, card, options[tap % 4]);
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        milliseconds.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"200 taps, one after another: median {milliseconds[100]:F1} ms, 99th percentile {milliseconds[198]:F1} ms."));
    }
}
