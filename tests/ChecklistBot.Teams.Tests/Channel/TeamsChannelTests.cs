using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.Protocol;
using ChecklistBot.Teams.Tests.Cards;
using ChecklistBot.Teams.Tests.Fakes;

namespace ChecklistBot.Teams.Tests.Channel;

/// <summary>What the delivery loop gets from Teams; vector E1.</summary>
public sealed class TeamsChannelTests : IAsyncLifetime
{
    private const string Group = "33333333-3333-4333-8333-333333333333";

    private TeamsHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static OutgoingMessage Recommendation => new(2, CardCatalogue.All["recommendation"], Broadcast: true);

    private static OutgoingMessage PinPost => new(3, CardCatalogue.All["pin-post"], Broadcast: false);

    public async ValueTask InitializeAsync() => host = await TeamsHost.StartAsync(settings => settings.Graph.Pin = true);

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_post_is_one_card_without_text_and_comes_back_with_its_link()
    {
        var outcome = Assert.IsType<Delivered>(await host.Channel.PostAsync(InThread(), Recommendation, Cancellation));

        var call = Assert.Single(host.Platform.Calls);
        Assert.Equal("Bearer outbound", call.Authorization);
        Assert.Equal(CardCatalogue.All["recommendation"].Summary, call.Body!["summary"]!.GetValue<string>());
        Assert.Null(call.Body["text"]);
        Assert.Equal("1790000001001", outcome.MessageId);
        Assert.Equal(
            $"https://teams.microsoft.com/l/message/19%3Achan%40thread.tacv2/1790000001001?tenantId={TestActivity.TenantId}&groupId={Group}"
            + "&parentMessageId=1790000000000&createdTime=1790000001001",
            outcome.Link);
    }

    [Fact]
    public async Task A_post_that_arrived_is_delivered_though_the_bot_is_told_to_stop_while_it_asks_for_the_links_team()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        host.Platform.Then(201, """{"id":"17"}""").Then(async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        });

        var outcome = Assert.IsType<Delivered>(await host.Channel.PostAsync(WithoutGroup(), Recommendation, stop.Token));

        Assert.Equal("17", outcome.MessageId);
        Assert.DoesNotContain("groupId", outcome.Link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_that_is_not_told_is_asked_for_again_after_ten_minutes_and_not_at_each_edit()
    {
        for (var edit = 0; edit < 3; edit++)
        {
            host.Platform.Then(200, """{"id":"17"}""");
            if (edit == 0) host.Platform.Then(403, """{"error":{"code":"Forbidden"}}""");
            await host.Channel.EditAsync(WithoutGroup(), "17", Recommendation, Cancellation);
            host.Time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(["PUT", "GET", "PUT", "PUT"], host.Platform.Calls.Select(call => call.Method));
        host.Time.Advance(TimeSpan.FromMinutes(10));
        await host.Channel.EditAsync(WithoutGroup(), "17", Recommendation, Cancellation);
        Assert.Equal("GET", host.Platform.Calls.Last().Method);
    }

    [Fact]
    public async Task A_table_that_needs_several_messages_arrives_whole_and_once_though_teams_falters()
    {
        var table = string.Concat(Enumerable.Range(1, 1_000).Select(number => $"{number},\"title {number}\",open\r\n"));
        var card = CardCatalogue.All["record"] with { Blocks = [new TextBlock("All", TextTone.Strong), new DocumentBlock("all.csv", "text/csv", table)] };
        host.Platform.Then(201, """{"id":"17"}""").Then(429, retryAfter: "1");

        var post = host.Channel.PostAsync(InThread(), new OutgoingMessage(2, card, Broadcast: false), Cancellation);
        while (await Task.WhenAny(post, Task.Delay(TimeSpan.FromMilliseconds(500), Cancellation)) != post)
            host.Time.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Equal("17", Assert.IsType<Delivered>(await post).MessageId);

        var calls = host.Platform.Calls.Where(call => call.Method == "POST").ToList();
        // The second was refused once.
        calls.RemoveAt(1);
        var values = calls.Select(call => call.Body!["attachments"]![0]!["content"]!["body"]!.AsArray().Single(element => element!["type"]!.GetValue<string>() == "Input.Text")!).ToList();
        Assert.Equal(table, string.Concat(values.Select(value => value["value"]!.GetValue<string>() + "\n")).TrimEnd('\n') + "\n");
        Assert.Equal($"all.csv, part {values.Count} of {values.Count}, to select and copy", values[^1]["label"]!.GetValue<string>());

        await host.Channel.EditAsync(InThread(), "17", new OutgoingMessage(2, card, Broadcast: false), Cancellation);
        Assert.Equal(calls[0].Body!.ToJsonString(), host.Platform.Calls.Last().Body!.ToJsonString());
    }

    [Fact]
    public async Task The_teams_group_is_asked_for_once_where_activities_do_not_name_it()
    {
        var conversation = InThread() with { Address = new TeamsAddress(host.Platform.ServiceUrl, "19:general@thread.tacv2").ToString() };
        host.Platform.Then(201, """{"id":"17"}""").Then(200, $$"""{"aadGroupId":"{{Group}}"}""");

        var first = Assert.IsType<Delivered>(await host.Channel.PostAsync(conversation, Recommendation, Cancellation));
        var second = Assert.IsType<Delivered>(await host.Channel.EditAsync(conversation, "17", Recommendation, Cancellation));

        Assert.Contains($"groupId={Group}", first.Link, StringComparison.Ordinal);
        Assert.Equal(first.Link, second.Link);
        Assert.Equal(["POST", "GET", "PUT"], host.Platform.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task A_link_in_a_group_chat_names_the_chat_and_a_personal_chat_has_none()
    {
        var group = Assert.IsType<Delivered>(await host.Channel.PostAsync(InChat(), Recommendation, Cancellation));
        var personal = Assert.IsType<Delivered>(await host.Channel.PostAsync(Personal(), Recommendation, Cancellation));

        Assert.Equal(
            "https://teams.microsoft.com/l/message/19%3Aabcdef%40thread.v2/1790000001001?context=%7B%22contextType%22%3A%22chat%22%7D", group.Link);
        Assert.Null(personal.Link);
    }

    [Fact]
    public async Task E1_In_a_group_chat_with_Graph_the_pin_is_real()
    {
        var outcome = Assert.IsType<Delivered>(await host.Channel.PinAsync(InChat(), "17", Recommendation, Cancellation));

        Assert.Equal("/v1.0/chats/19%3Aabcdef%40thread.v2/pinnedMessages", Assert.Single(host.Platform.Calls).Path);
        Assert.Equal(("17", "Pinned at the top of this chat."), (outcome.MessageId, outcome.Note));

        Assert.IsType<Delivered>(await host.Channel.UnpinAsync(InChat(), "17", Recommendation, Cancellation));
        Assert.Equal("DELETE", host.Platform.Calls.Last().Method);
    }

    /// <summary>It counted as pinned, with a note: “Pin again” was missing, and “pin” answered that it was pinned already.</summary>
    [Fact]
    public async Task E1_What_Graph_refuses_is_said_plainly_and_kept_in_the_register_and_is_no_pin()
    {
        host.Platform.Then(403);

        var outcome = Assert.IsType<Refused>(await host.Channel.PinAsync(InChat(), "17", Recommendation, Cancellation));
        Assert.Contains("kept in the register", outcome.Reason, StringComparison.Ordinal);
        Assert.Contains("Chat.ReadWrite.All; then press Pin again", outcome.Reason, StringComparison.Ordinal);
        Assert.Contains("open the message's menu (…) and choose Pin", outcome.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("Pinned at the top", outcome.Reason, StringComparison.Ordinal);
    }

    /// <summary>It was taken for a message that somebody deleted: the register said so, and the next command posted a second copy.</summary>
    [Fact]
    public async Task E1_A_message_that_Graph_does_not_know_is_not_lost_for_that_but_kept_in_the_register()
    {
        host.Platform.Then(404);

        var outcome = Assert.IsType<Refused>(await host.Channel.PinAsync(InChat(), "17", Recommendation, Cancellation));
        Assert.Contains("kept in the register", outcome.Reason, StringComparison.Ordinal);
        Assert.Contains("Microsoft Graph does not know this message", outcome.Reason, StringComparison.Ordinal);
        Assert.Contains("choose Pin", outcome.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("Pinned at the top", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E1_A_pin_that_Graph_does_not_understand_is_no_message_that_Teams_did_not_accept()
    {
        host.Platform.Then(400, """{"error":{"code":"BadRequest"}}""");

        var outcome = Assert.IsType<Refused>(await host.Channel.PinAsync(InChat(), "17", Recommendation, Cancellation));
        Assert.StartsWith("Microsoft Graph did not accept this (400 BadRequest)", outcome.Reason, StringComparison.Ordinal);
    }

    /// <summary>It counted as unpinned and stood at the top of the chat.</summary>
    [Fact]
    public async Task E1_A_pin_that_Graph_does_not_take_away_stays_one_and_the_refusal_says_how_to_unpin_by_hand()
    {
        host.Platform.Then(403);

        var outcome = Assert.IsType<Refused>(await host.Channel.UnpinAsync(InChat(), "17", Recommendation, Cancellation));
        Assert.Contains("choose Unpin", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E1_In_a_group_chat_without_Graph_the_register_keeps_it_and_the_note_says_how_to_pin_by_hand()
    {
        await using var plain = await TeamsHost.StartAsync();
        var conversation = InChat() with { Address = plain.Platform.ServiceUrl };

        var outcome = Assert.IsType<Delivered>(await plain.Channel.PinAsync(conversation, "17", Recommendation, Cancellation));
        Assert.Empty(plain.Platform.Calls);
        Assert.Contains("choose Pin", outcome.Note, StringComparison.Ordinal);
        Assert.Equal(new Delivered("17"), await plain.Channel.UnpinAsync(conversation, "17", Recommendation, Cancellation));
    }

    [Fact]
    public async Task E1_In_a_channel_a_post_stands_for_the_pin_at_the_root_and_no_pin_is_claimed()
    {
        var outcome = Assert.IsType<Delivered>(await host.Channel.PostAsync(AtRoot(), PinPost, Cancellation));

        var call = Assert.Single(host.Platform.Calls);
        Assert.EndsWith("/v3/conversations", call.Path, StringComparison.Ordinal);
        var card = call.Body!["activity"]!["attachments"]![0]!["content"]!;
        Assert.Contains("Where the team decided it", card["body"]!.AsArray()[^1]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain(card["body"]!.AsArray(), element => element!["type"]!.GetValue<string>() == "ActionSet");
        Assert.Equal("1790000001001", outcome.MessageId);
        Assert.Contains("parentMessageId=1790000001001", outcome.Link, StringComparison.Ordinal);

        var pin = Assert.IsType<Delivered>(await host.Channel.PinAsync(AtRoot(), "1790000001001", PinPost, Cancellation));
        Assert.Equal("1790000001001", pin.MessageId);
        Assert.Contains("no bot pin in a channel", pin.Note, StringComparison.Ordinal);
        Assert.Equal(new Delivered("1790000001001"), await host.Channel.UnpinAsync(AtRoot(), "1790000001001", PinPost, Cancellation));
        Assert.Single(host.Platform.Calls);
    }

    [Fact]
    public async Task E1_That_post_is_edited_in_the_thread_that_it_opened()
    {
        var outcome = Assert.IsType<Delivered>(await host.Channel.EditAsync(AtRoot(), "1790000001001", PinPost, Cancellation));

        var call = Assert.Single(host.Platform.Calls);
        Assert.Equal("PUT", call.Method);
        Assert.EndsWith(
            "/v3/conversations/19%3Achan%40thread.tacv2%3Bmessageid%3D1790000001001/activities/1790000001001", call.Path, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("parentMessageId=1790000001001", outcome.Link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E1_Where_nobody_knows_whether_that_post_arrived_it_is_said()
    {
        host.Platform.Then(502);

        Assert.Equal(new Unknown("502"), await host.Channel.PostAsync(AtRoot(), PinPost, Cancellation));
    }

    /// <summary>So it was before the post had a row of its own, and such a wish may still wait.</summary>
    [Fact]
    public async Task E1_A_pin_of_the_recommendation_in_its_thread_posts_nothing_and_claims_no_pin()
    {
        var outcome = Assert.IsType<Delivered>(await host.Channel.PinAsync(InThread(), "17", Recommendation, Cancellation));

        Assert.Empty(host.Platform.Calls);
        Assert.StartsWith("It is kept in the register", outcome.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E1_In_a_personal_chat_the_register_keeps_it()
    {
        var outcome = Assert.IsType<Delivered>(await host.Channel.PinAsync(Personal(), "17", Recommendation, Cancellation));

        Assert.Empty(host.Platform.Calls);
        Assert.Contains("register", outcome.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pin_that_may_or_may_not_have_happened_is_tried_again()
    {
        host.Platform.Then(502).Then(429, retryAfter: "3");

        Assert.IsType<Unknown>(await host.Channel.PinAsync(InChat(), "17", Recommendation, Cancellation));
        Assert.Equal(new Wait(TimeSpan.FromSeconds(3)), await host.Channel.PinAsync(InChat(), "17", Recommendation, Cancellation));
    }

    [Fact]
    public async Task C5_A_message_that_the_platform_has_not_named_yet_is_left_until_it_is()
    {
        Assert.True(Assert.IsType<Unknown>(await host.Channel.EditAsync(InThread(), "", Recommendation, Cancellation)).IsHeldBack);
        Assert.True(Assert.IsType<Unknown>(await host.Channel.PinAsync(InThread(), "", Recommendation, Cancellation)).IsHeldBack);
        Assert.True(Assert.IsType<Unknown>(await host.Channel.UnpinAsync(InThread(), "", Recommendation, Cancellation)).IsHeldBack);
        Assert.Empty(host.Platform.Calls);
    }

    private ConversationReference InThread() => new(
        new ConversationKey("teams", TestActivity.TenantId, TestActivity.Channel),
        ConversationKind.Channel,
        TestActivity.Root,
        new TeamsAddress(host.Platform.ServiceUrl, "19:general@thread.tacv2", Group).ToString());

    private ConversationReference WithoutGroup() =>
        InThread() with { Address = new TeamsAddress(host.Platform.ServiceUrl, "19:general@thread.tacv2", null).ToString() };

    private ConversationReference AtRoot() => InThread() with { Thread = null };

    private ConversationReference InChat() =>
        new(new ConversationKey("teams", TestActivity.TenantId, "19:abcdef@thread.v2"), ConversationKind.Group, Address: host.Platform.ServiceUrl);

    private ConversationReference Personal() =>
        new(new ConversationKey("teams", TestActivity.TenantId, "a:1personal"), ConversationKind.Personal, Address: host.Platform.ServiceUrl);
}
