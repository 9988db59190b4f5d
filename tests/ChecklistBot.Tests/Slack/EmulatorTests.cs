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
}
