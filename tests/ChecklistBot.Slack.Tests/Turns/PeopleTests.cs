using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Slack.Turns;
using ChecklistBot.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChecklistBot.Slack.Tests.Turns;

public sealed class PeopleTests
{
    private static readonly SlackPerson Ann = new("U1", Name: "ann.old");

    [Fact]
    public async Task A_name_that_was_not_to_be_had_is_asked_for_again_after_a_minute_even_where_the_clock_is_set_back()
    {
        var time = new SteppingClock(DateTimeOffset.FromUnixTimeSeconds(1_764_000_000));
        using var api = new Api();
        using var work = new AfterAck(NullLogger<AfterAck>.Instance);
        var people = new People(api.Client, work, time);
        api.Slack.Answer("{}", System.Net.HttpStatusCode.InternalServerError)
            .Answer("""{"ok":true,"user":{"id":"U1","name":"a","profile":{"display_name":"Ann"}}}""");

        Assert.True((await people.OfAsync(Ann, TestContext.Current.CancellationToken)).IsStopgap);
        Assert.Equal("ann.old", await NameAsync());
        time.SetBack(TimeSpan.FromHours(1));
        Assert.Equal("ann.old", await NameAsync());
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Ann", await NameAsync());
        Assert.False((await people.OfAsync(Ann, TestContext.Current.CancellationToken)).IsStopgap);

        async Task<string> NameAsync() => (await people.OfAsync(Ann, TestContext.Current.CancellationToken)).Name;
    }
}
