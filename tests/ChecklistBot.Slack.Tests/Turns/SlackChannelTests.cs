using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Slack.Tests.Turns;

public sealed class SlackChannelTests
{
    private static readonly ConversationReference Channel = new(new ConversationKey("slack", "T111", "C111"), ConversationKind.Channel);
    private static readonly OutgoingMessage Message = new(1, SampleCards.All["recommendation"], Broadcast: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_from_a_thread_goes_into_it_and_also_to_the_channel_and_gives_a_link()
    {
        await using var house = await SlackHouse.StartAsync();
        var posted = Assert.IsType<Delivered>(await house.Channel.PostAsync(Channel with { Thread = "1.1" }, Message, Cancellation));
        Assert.StartsWith("https://example.slack.com/archives/C111/p", posted.Link, StringComparison.Ordinal);
        var message = house.Slack.Messages[("C111", posted.MessageId)];
        Assert.Equal(("1.1", true), (message.GetProperty("thread_ts").GetString(), message.GetProperty("reply_broadcast").GetBoolean()));
    }

    [Fact]
    public async Task Where_slack_does_not_give_the_address_of_a_message_it_is_built_from_the_workspaces()
    {
        await using var house = await SlackHouse.StartAsync(prepare: slack =>
        {
            slack.Next("chat.getPermalink", "<html>", status: 502);
            slack.Next("chat.getPermalink", "{}", status: 429, retryAfter: 1);
        });
        await Patience.UntilAsync(() => house.KnowsItself);
        var posted = Assert.IsType<Delivered>(await house.Channel.PostAsync(Channel, Message, Cancellation));
        Assert.Equal("https://example.slack.com/archives/C111/p1764000000000001", posted.Link);
        posted = Assert.IsType<Delivered>(await house.Channel.PostAsync(Channel with { Thread = "1.1" }, Message, Cancellation));
        Assert.Equal("https://example.slack.com/archives/C111/p1764000000000002?thread_ts=1.1&cid=C111", posted.Link);
    }

    [Fact]
    public async Task A_document_of_several_messages_arrives_whole_though_slack_falters()
    {
        await using var house = await SlackHouse.StartAsync();
        var text = string.Concat(Enumerable.Range(0, 2000).Select(line => $"line {line}\n"));
        var card = SampleCards.All["reply-document"];
        var document = card with { Blocks = [.. card.Blocks.Where(block => block is not DocumentBlock), new DocumentBlock("record.md", "text/markdown", text)] };
        house.Slack.Next("chat.postMessage", """{"ok":true,"channel":"C111","ts":"1.1"}""");
        house.Slack.Next("chat.postMessage", "{}", status: 429, retryAfter: 1);
        Assert.Equal("1.1", Assert.IsType<Delivered>(await house.Channel.PostAsync(Channel, new OutgoingMessage(1, document, Broadcast: false), Cancellation)).MessageId);

        var there = string.Concat(house.Slack.Messages.Values.Select(message => message.ToString()));
        Assert.Contains("line 1999", there, StringComparison.Ordinal);
        Assert.Equal(house.Slack.CountOf("chat.postMessage"), house.Slack.Messages.Count + 2);
    }

    /// <summary>Refused for good they would be lost, though the one who runs the bot can mend it.</summary>
    [Theory]
    [InlineData(200, "{\"ok\":false,\"error\":\"token_revoked\"}", typeof(Wait))]
    [InlineData(200, "{\"ok\":false,\"error\":\"account_inactive\"}", typeof(Wait))]
    [InlineData(403, "<html>Blocked by the proxy</html>", typeof(Unknown))]
    [InlineData(404, "", typeof(Unknown))]
    [InlineData(413, "<html>Too large</html>", typeof(Refused))]
    [InlineData(200, "{\"ok\":false,\"error\":\"is_archived\"}", typeof(Refused))]
    public async Task While_slack_takes_no_call_of_the_bot_messages_are_kept_and_what_concerns_one_message_is_refused(int status, string body, Type expected)
    {
        await using var house = await SlackHouse.StartAsync();
        house.Slack.Next("chat.postMessage", body, status);
        house.Slack.Next("chat.update", body, status);
        var outcomes = new[]
        {
            await house.Channel.PostAsync(Channel, Message, Cancellation), await house.Channel.EditAsync(Channel, "1.1", Message, Cancellation),
        };
        Assert.All(outcomes, outcome => Assert.IsType(expected, outcome));
        Assert.All(outcomes.OfType<Wait>(), wait => Assert.Equal(TimeSpan.FromMinutes(1), wait.After));
    }

    [Fact]
    public async Task Until_slack_wants_more_the_bot_holds_back_by_itself_and_says_so()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Slack.Next("chat.update", "{}", status: 429, retryAfter: 30);
        Assert.False(Assert.IsType<Wait>(await house.Channel.EditAsync(Channel, "1.1", Message, Cancellation)).IsHeldBack);
        var calls = house.Slack.CountOf("chat.update");
        Assert.True(Assert.IsType<Wait>(await house.Channel.EditAsync(Channel, "1.1", Message, Cancellation)).IsHeldBack);
        Assert.Equal(calls, house.Slack.CountOf("chat.update"));
    }

    [Fact]
    public async Task A_post_pinned_edited_and_unpinned_stays_one_message()
    {
        await using var house = await SlackHouse.StartAsync();
        var posted = Assert.IsType<Delivered>(await house.Channel.PostAsync(Channel, Message, Cancellation));
        Assert.IsType<Delivered>(await house.Channel.EditAsync(Channel, posted.MessageId, Message with { Card = SampleCards.All["live"] }, Cancellation));
        Assert.Equal("Pinned in this conversation, and kept in the register.", Assert.IsType<Delivered>(await house.Channel.PinAsync(Channel, posted.MessageId, Message, Cancellation)).Note);
        Assert.IsType<Delivered>(await house.Channel.PinAsync(Channel, posted.MessageId, Message, Cancellation));
        Assert.Single(house.Slack.Pins);
        Assert.IsType<Delivered>(await house.Channel.UnpinAsync(Channel, posted.MessageId, Message, Cancellation));
        Assert.IsType<Delivered>(await house.Channel.UnpinAsync(Channel, posted.MessageId, Message, Cancellation));
        Assert.Single(house.Slack.Messages);
    }

    [Fact]
    public async Task In_a_public_channel_it_joins_and_then_posts_and_pins()
    {
        await using var house = await SlackHouse.StartAsync(prepare: slack =>
        {
            slack.Next("chat.postMessage", """{"ok":false,"error":"not_in_channel"}""");
            slack.Next("pins.add", """{"ok":false,"error":"not_in_channel"}""");
        });
        var posted = Assert.IsType<Delivered>(await house.Channel.PostAsync(Channel, Message, Cancellation));
        Assert.IsType<Delivered>(await house.Channel.PinAsync(Channel, posted.MessageId, Message, Cancellation));
        Assert.Equal(2, house.Slack.CountOf("conversations.join"));
    }

    [Fact]
    public async Task Where_it_cannot_join_it_says_invite_me_to_the_one_who_typed()
    {
        await using var house = await SlackHouse.StartAsync(prepare: slack =>
        {
            slack.Next("chat.postMessage", """{"ok":false,"error":"not_in_channel"}""");
            slack.Next("conversations.join", """{"ok":false,"error":"method_not_supported_for_channel_type"}""");
        });
        await house.CommandAsync("start");
        Assert.Contains("/invite", Assert.IsType<Refused>(await house.Channel.PostAsync(Channel, Message, Cancellation)).Reason, StringComparison.Ordinal);
        await house.IdleAsync();
        var (path, body) = Assert.Single(house.Slack.Responses);
        Assert.Equal("command", path);
        Assert.Contains("/invite", body.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("restricted_action", "by hand"), InlineData("too_many_pins", "unpin something, then press Pin again"), InlineData("channel_not_found", "press Pin again"),
        InlineData("too_many_pins", "register"), InlineData("not_pinnable", "register"), InlineData("some_new_code", "some_new_code")]
    public async Task A_pin_that_slack_refuses_is_said_plainly(string code, string words)
    {
        await using var house = await SlackHouse.StartAsync(prepare: slack => slack.Next("pins.add", $$"""{"ok":false,"error":"{{code}}"}"""));
        Assert.Contains(words, Assert.IsType<Refused>(await house.Channel.PinAsync(Channel, "1.1", Message, Cancellation)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_someone_deleted_is_gone()
    {
        await using var house = await SlackHouse.StartAsync();
        Assert.IsType<Gone>(await house.Channel.EditAsync(Channel, "9.9", Message, Cancellation));
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"ratelimited"}""", 429, typeof(Wait))]
    [InlineData("oops", 503, typeof(Unknown))]
    [InlineData("""{"ok":false,"error":"is_archived"}""", 200, typeof(Refused))]
    public async Task Each_end_of_a_post_is_the_delivery_loops(string answer, int status, Type end)
    {
        await using var house = await SlackHouse.StartAsync(prepare: slack => slack.Next("chat.postMessage", answer, status, retryAfter: 5));
        var outcome = await house.Channel.PostAsync(Channel, Message, Cancellation);
        Assert.IsType(end, outcome);
        if (outcome is Wait wait)
            Assert.Equal(TimeSpan.FromSeconds(5), wait.After);
    }

    [Fact]
    public async Task A_message_that_slack_still_finds_too_long_is_sent_as_small_as_it_gets()
    {
        await using var house = await SlackHouse.StartAsync(prepare: slack => slack.Next("chat.postMessage", """{"ok":false,"error":"msg_blocks_too_long"}"""));
        Assert.IsType<Delivered>(await house.Channel.PostAsync(Channel, Message with { Card = SampleCards.Longest(6, 300) }, Cancellation));
        var sizes = house.Slack.Calls.Where(call => call.Method == "chat.postMessage").Select(call => call.Body.GetRawText().Length).ToList();
        Assert.True(sizes[1] < sizes[0] / 2);
    }

    [Fact]
    public async Task A_document_longer_than_a_message_goes_on_below_it()
    {
        await using var house = await SlackHouse.StartAsync();
        var posted = Assert.IsType<Delivered>(await house.Channel.PostAsync(
            Channel, Message with { Card = SampleCards.Document(new string('a', 9000)) }, Cancellation));
        Assert.Equal(3, house.Slack.Messages.Count);
        Assert.Equal(2, house.Slack.Messages.Count(message => message.Value.TryGetProperty("thread_ts", out var thread) && thread.GetString() == posted.MessageId));
    }
}
