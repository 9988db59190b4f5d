using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Slack.Tests.Protocol;

public sealed class MessageDecodingTests
{
    [Fact]
    public void A_direct_message_is_a_command_and_keeps_its_thread()
    {
        var text = Assert.IsType<TextReceived>(Direct(""","text":"start A &amp; B","thread_ts":"1.0" """));
        Assert.Equal(("start A & B", TextSource.DirectMessage, "1.0"), (text.Text, text.Source, text.Place.Thread));
        Assert.True(text.Place.IsDirect);
        Assert.Null(text.EditedKey);
    }

    /// <summary>An edit of it once started its assessment in the thread below.</summary>
    [Fact]
    public void A_mention_that_somebody_has_answered_in_a_thread_still_stands_outside_it()
    {
        var text = Assert.IsType<TextReceived>(Decode.Event(Envelope(
            """{"type":"app_mention","channel":"C1","user":"U1","ts":"1.1","thread_ts":"1.1","text":"start CRM","edited":{"user":"U1","ts":"1.5"}}""")));
        Assert.Null(text.Place.Thread);
    }

    [Fact]
    public void A_message_in_a_channel_is_left_to_the_mention() =>
        Assert.IsType<NothingToDo>(Decode.Event(Envelope("""{"type":"message","channel_type":"channel","channel":"C1","user":"U1","ts":"1.1","text":"x"}""")));

    [Theory]
    [InlineData(""","bot_id":"B9" """)]
    [InlineData(""","bot_profile":{"app_id":"A111"} """)]
    [InlineData(""","app_id":"A111" """)]
    [InlineData(""","subtype":"bot_message" """)]
    [InlineData(""","subtype":"message_deleted" """)]
    [InlineData(""","subtype":"pinned_item" """)]
    public void What_no_person_typed_is_left_alone(string more) => Assert.IsType<NothingToDo>(Direct(more));

    [Fact]
    public void An_edited_direct_message_is_a_turn_of_its_own_that_names_the_first()
    {
        var first = Assert.IsType<TextReceived>(Direct(""","text":"finnish" """));
        var edit = Assert.IsType<TextReceived>(Changed("finish", "finnish"));

        Assert.Equal("finish", edit.Text);
        Assert.Equal(first.DedupeKey, edit.EditedKey);
        Assert.NotEqual(first.DedupeKey, edit.DedupeKey);
    }

    [Fact]
    public void A_change_that_leaves_the_words_is_no_edit() => Assert.IsType<NothingToDo>(Changed("finish", "finish"));

    [Fact]
    public void The_authors_workspace_is_never_the_tenant()
    {
        var text = Assert.IsType<TextReceived>(Decode.Event(
            """
            {"type":"event_callback","event_id":"Ev1","team_id":"T_AUTHOR","context_team_id":"T_HERE",
             "authorizations":[{"team_id":"T_HERE","is_enterprise_install":false}],
             "event":{"type":"app_mention","user":"U1","team":"T_AUTHOR","text":"help","ts":"1.1","channel":"C1"}}
            """));
        Assert.Equal("T_HERE", text.Place.Tenant);
        Assert.Equal("T_AUTHOR", text.Person.HomeTeam);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":"event_callback"}""")]
    [InlineData("""{"type":"event_callback","event_id":"Ev1"}""")]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","event":null}""")]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","team_id":"T1","event":{"type":"app_mention"}}""")]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","team_id":"T1","event":{"type":"app_mention","user":{"id":"U1"},"ts":"1","channel":"C1"}}""")]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","event":{"type":"app_mention","user":"U1","ts":"1","channel":"C1"}}""")]
    [InlineData("""{"type":"event_callback","event_id":"Ev 1","team_id":"T1","event":{"type":"app_mention","user":"U1","ts":"1","channel":"C1"}}""")]
    [InlineData("""{"type":"url_verification","challenge":5}""")]
    public void A_delivery_without_what_it_must_have_is_malformed(string json) =>
        Assert.IsType<MalformedPayload>(Decode.Event(json));

    [Theory]
    [InlineData("""{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A1"}""")]
    [InlineData("""{"type":"something_new"}""")]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","team_id":"T1","event":{"type":"channel_created","channel":{"id":"C1"}}}""")]
    public void A_delivery_that_is_not_for_the_bot_is_acknowledged_and_left(string json) =>
        Assert.IsType<NothingToDo>(Decode.Event(json));

    [Fact]
    public void Half_a_surrogate_is_no_text_and_no_harm() =>
        Assert.Equal("", Assert.IsType<TextReceived>(Direct(""","text":"\ud800" """)).Text);

    // Found by fuzzing: such a name threw at whatever was asked of its object, and would have ended the socket that brought it.
    [Theory]
    [InlineData("""{"\ud800":1}"""), InlineData("""{"a":{"b\udc00":1}}""")]
    public void An_object_with_half_a_character_in_a_name_is_no_payload(string json) =>
        Assert.Null(JsonReading.Parse(System.Text.Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Bytes_that_are_no_text_anywhere_are_no_payload() => Assert.Null(JsonReading.Parse((byte[])[.. "{\"a"u8, 0x9c, .. "\":{}}"u8]));

    [Theory]
    [InlineData("1", 1), InlineData("3", 3), InlineData("", 0), InlineData("-1", 0), InlineData("12", 0), InlineData(null, 0)]
    public void The_retry_header_counts_repeats(string? header, int attempt) =>
        Assert.Equal(attempt, SlackRetry.From(header, "http_timeout").Attempt);

    private static SlackInbound Direct(string more) => Decode.Event(Envelope(
        $$"""{"type":"message","channel_type":"im","channel":"D1","user":"U1","ts":"1.1"{{more}}}"""));

    private static SlackInbound Changed(string now, string before) => Decode.Event(Envelope(
        $$"""
        {"type":"message","subtype":"message_changed","channel_type":"im","channel":"D1","hidden":true,"ts":"9.9",
         "message":{"type":"message","user":"U1","text":"{{now}}","ts":"1.1","edited":{"user":"U1","ts":"7.7"} },
         "previous_message":{"type":"message","user":"U1","text":"{{before}}","ts":"1.1"} }
        """, "Ev2"));

    private static string Envelope(string inner, string id = "Ev1") =>
        $$"""{"type":"event_callback","event_id":"{{id}}","team_id":"T111","event":{{inner}}}""";
}
