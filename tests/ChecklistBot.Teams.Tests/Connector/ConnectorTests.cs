using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.Connector;
using ChecklistBot.Teams.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace ChecklistBot.Teams.Tests.Connector;

/// <summary>Calls to the platform and what their answers mean (vectors C1 to C6, status table 3.8 of the reference).</summary>
public sealed class ConnectorTests : ConnectorFixture
{
    [Fact]
    public async Task A_message_goes_to_its_thread_with_the_token_and_comes_back_with_its_id()
    {
        var outcome = await Connector().SendAsync(Thread, Message, Cancellation);

        Assert.Equal("1790000001001", Assert.IsType<Delivered>(outcome).MessageId);
        var call = Assert.Single(Platform.Calls);
        Assert.Equal("POST", call.Method);
        Assert.Equal("/uk/v3/conversations/19%3Achan%40thread.tacv2%3Bmessageid%3D1790000000000/activities", call.Path);
        Assert.Equal("Bearer token-1", call.Authorization);
        Assert.Equal([PlatformScopes.Connector], Tokens.Scopes);
        Assert.Equal("2 of 6 answered", call.Body!["summary"]!.GetValue<string>());
        Assert.Null(call.Body["text"]);
        Assert.Equal("application/vnd.microsoft.card.adaptive", call.Body["attachments"]![0]!["contentType"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_new_thread_is_asked_for_with_its_first_message()
    {
        var outcome = await Connector().StartThreadAsync(Thread, Message, Cancellation);

        Assert.Equal("1790000001001", Assert.IsType<Delivered>(outcome).MessageId);
        var call = Assert.Single(Platform.Calls);
        Assert.Equal("/uk/v3/conversations", call.Path);
        Assert.Equal(TestActivity.Channel, call.Body!["channelData"]!["channel"]!["id"]!.GetValue<string>());
        Assert.Equal(TestActivity.TenantId, call.Body["tenantId"]!.GetValue<string>());
        Assert.True(call.Body["isGroup"]!.GetValue<bool>());
        Assert.Equal("message", call.Body["activity"]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_new_thread_is_named_by_its_own_id_where_the_platform_says_no_more()
    {
        Platform.Then(201, $$"""{"id":"{{TestActivity.Channel}};messageid=17"}""");

        Assert.Equal("17", Assert.IsType<Delivered>(await Connector().StartThreadAsync(Thread, Message, Cancellation)).MessageId);
    }

    [Fact]
    public async Task An_edit_keeps_its_id_whatever_comes_back()
    {
        Platform.Then(200);

        Assert.Equal(new Delivered("17"), await Connector().UpdateAsync(Thread, "17", Message, Cancellation));
        var call = Assert.Single(Platform.Calls);
        Assert.Equal(("PUT", "/activities/17"), (call.Method, call.Path[^14..]));
    }

    [Fact]
    public async Task C1_Throttled_waits_as_told()
    {
        Platform.Then(429, """{"error":{"code":"Throttled"}}""", retryAfter: "2").Then(429);

        Assert.Equal(new Wait(TimeSpan.FromSeconds(2)), await Connector().SendAsync(Thread, Message, Cancellation));
        Assert.Equal(new Wait(TimeSpan.FromSeconds(2)), await Connector().SendAsync(Thread, Message, Cancellation));
        Assert.Equal(2, Platform.Calls.Count);
    }

    [Fact]
    public async Task C1_Until_then_no_other_message_goes_to_the_same_conversation_either()
    {
        Platform.Then(429, retryAfter: "30");
        var connector = Connector();
        await connector.UpdateAsync(Thread, "17", Message, Cancellation);

        Assert.InRange(Assert.IsType<Wait>(await connector.UpdateAsync(Thread, "18", Message, Cancellation)).After, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30));
        Assert.Single(Platform.Calls);
        Assert.IsType<Delivered>(await connector.UpdateAsync(Thread with { ConversationId = "19:other@thread.v2" }, "18", Message, Cancellation));
    }

    [Fact]
    public async Task C1_A_date_or_nonsense_as_waiting_time_is_understood_and_bounded()
    {
        Platform.Then(429, retryAfter: DateTimeOffset.UtcNow.AddDays(30).ToString("R", System.Globalization.CultureInfo.InvariantCulture)).Then(429, retryAfter: "soon").Then(429, retryAfter: "-5");

        Assert.Equal(new Wait(TimeSpan.FromHours(1)), await Connector().SendAsync(Thread, Message, Cancellation));
        Assert.Equal(new Wait(TimeSpan.FromSeconds(2)), await Connector().SendAsync(Thread, Message, Cancellation));
        Assert.InRange(Assert.IsType<Wait>(await Connector().SendAsync(Thread, Message, Cancellation)).After, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task C1_No_waiting_time_at_all_is_a_second_and_a_date_counts_by_the_clock_that_wrote_it()
    {
        Platform.Then(429, retryAfter: "0").Then(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.Date = "Tue, 24 Nov 2020 09:00:00 GMT";
            context.Response.Headers.RetryAfter = "Tue, 24 Nov 2020 09:00:40 GMT";
            return Task.CompletedTask;
        });

        Assert.Equal(new Wait(TimeSpan.FromSeconds(1)), await Connector().SendAsync(Thread, Message, Cancellation));
        Assert.Equal(new Wait(TimeSpan.FromSeconds(40)), await Connector().SendAsync(Thread, Message, Cancellation));
    }

    [Fact]
    public async Task C2_Several_operations_at_once_wait_a_moment()
    {
        Platform.Then(412, """{"error":{"code":"PreconditionFailed"}}""");

        Assert.IsType<Wait>(await Connector().UpdateAsync(Thread, "17", Message, Cancellation));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task C3_Nobody_knows_what_became_of_a_message_after_a_server_error_and_it_is_not_sent_again(int status)
    {
        Platform.Then(status);

        Assert.IsType<Unknown>(await Connector().SendAsync(Thread, Message, Cancellation));
        Assert.Single(Platform.Calls);
    }

    [Fact]
    public async Task C3_Nobody_knows_what_became_of_a_message_when_the_connection_breaks()
    {
        Platform.Then(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.Equal(new Unknown("connection lost"), await Connector().SendAsync(Thread, Message, Cancellation));
        Assert.Single(Platform.Calls);
    }

    [Fact]
    public async Task C4_A_deleted_card_is_gone()
    {
        Platform.Then(404, """{"error":{"code":"ActivityNotFoundInConversation","message":"x"}}""").Then(404);

        Assert.Equal(new Gone(), await Connector().UpdateAsync(Thread, "17", Message, Cancellation));
        Assert.Equal(new Gone(), await Connector().UpdateAsync(Thread, "17", Message, Cancellation));
    }

    [Fact]
    public async Task C4_A_deleted_conversation_is_refused_rather_than_a_card_gone()
    {
        Platform.Then(404, """{"error":{"code":"ConversationNotFound"}}""").Then(404);

        Assert.IsType<Refused>(await Connector().UpdateAsync(Thread, "17", Message, Cancellation));
        Assert.IsType<Refused>(await Connector().SendAsync(Thread, Message, Cancellation));
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("{\"id\":17}", "application/json")]
    [InlineData("{\"id\":\"..\"}", "application/json")]
    [InlineData("{\"id\":\"17", "application/json")]
    [InlineData("{\"id\":\"\\ud800\"}", "application/json")]
    [InlineData("{\"\\ud800\":1,\"id\":17}", "application/json")]
    [InlineData("<html>", "text/html")]
    public async Task C5_A_message_that_came_back_without_an_id_was_still_delivered(string body, string contentType)
    {
        Platform.Then(201, body, contentType: contentType);

        Assert.Equal(new Delivered(""), await Connector().SendAsync(Thread, Message, Cancellation));
    }

    [Fact]
    public async Task C5_An_answer_that_is_cut_off_or_endless_counts_by_its_status()
    {
        Platform.Then(async context =>
        {
            context.Response.StatusCode = 201;
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{\"id\":");
            await context.Response.Body.FlushAsync();
        });
        Platform.Then(201, "{\"id\":\"" + new string('1', 200_000) + "\"}");

        Assert.Equal(new Delivered(""), await Connector().SendAsync(Thread, Message, Cancellation));
        Assert.Equal(new Delivered(""), await Connector().SendAsync(Thread, Message, Cancellation));
    }

    [Fact]
    public async Task C6_Out_of_the_roster_the_refusal_says_so()
    {
        Platform.Then(403, """{"error":{"code":"BotNotInConversationRoster"}}""");

        var refused = Assert.IsType<Refused>(await Connector().SendAsync(Thread, Message, Cancellation));
        Assert.Contains("not a member of this conversation", refused.Reason, StringComparison.Ordinal);
    }

    /// <summary>Refused for good they would be lost, though the one who runs the bot can mend it.</summary>
    [Fact]
    public async Task While_the_platform_takes_no_token_of_the_bot_messages_wait_and_it_is_known()
    {
        var connector = Connector();
        for (var thread = 1; thread <= 3; thread++)
        {
            // Once with the token at hand, and once with a new one.
            Platform.Then(401).Then(401);
            Assert.False(connector.IsTokenRefused, "One refusal may concern one conversation.");
            // Each thread is left alone for the minute.
            Assert.Equal(
                new Wait(TimeSpan.FromMinutes(1)),
                await connector.SendAsync(Thread with { ConversationId = $"{TestActivity.Channel};messageid={thread}" }, Message, Cancellation));
        }

        Assert.True(connector.IsTokenRefused);
        Platform.Then(201, "{\"id\":\"17\"}");
        Assert.Equal(new Delivered("17"), await connector.SendAsync(Thread with { ConversationId = TestActivity.Channel }, Message, Cancellation));
        Assert.False(connector.IsTokenRefused);
    }

    [Fact]
    public void A_refusal_of_the_token_is_old_after_a_while_since_another_copy_may_have_seen_it_mended()
    {
        var time = new FakeTimeProvider();
        var refused = new RefusedTokens(time);
        for (var i = 0; i < 3; i++) refused.Note(System.Net.HttpStatusCode.Unauthorized);
        Assert.True(refused.IsSo);

        time.Advance(TimeSpan.FromMinutes(3));
        Assert.False(refused.IsSo);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(413)]
    [InlineData(301)]
    [InlineData(418)]
    public async Task Other_refusals_are_final_and_say_why(int status)
    {
        Platform.Then(status, """{"error":{"code":"BadSyntax"}}""");

        Assert.NotEmpty(Assert.IsType<Refused>(await Connector().SendAsync(Thread, Message, Cancellation)).Reason);
        Assert.Single(Platform.Calls);
    }
}
