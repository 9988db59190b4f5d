using System.Text;
using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Slack.Tests.Protocol;

public sealed class InteractionDecodingTests
{
    [Fact]
    public void An_overflow_entry_carries_its_value()
    {
        var press = Assert.IsType<ButtonPressed>(Decode.Interaction(Press(
            """{"type":"overflow","action_id":"more","action_ts":"3.3","selected_option":{"text":{"type":"plain_text","text":"Finish"},"value":"finish"}}""")));
        Assert.Equal("finish", press.Value);
    }

    [Fact]
    public void Only_the_pressed_element_counts_never_what_else_the_client_shows()
    {
        var press = Assert.IsType<ButtonPressed>(Decode.Interaction(Press(
            """{"type":"button","action_id":"next","action_ts":"3.3","value":"v"}""",
            ""","state":{"values":{"b":{"other":{"type":"radio_buttons","selected_option":{"value":"z"}}}}}""")));
        Assert.Equal(("next", "v"), (press.ActionId, press.Value));
    }

    [Fact]
    public void A_press_in_a_thread_knows_its_thread()
    {
        var press = Assert.IsType<ButtonPressed>(Decode.Interaction(
            """
            {"type":"block_actions","user":{"id":"U1"},"team":{"id":"T1"},
             "container":{"type":"message","message_ts":"2.2","channel_id":"C1","thread_ts":"1.1"},
             "actions":[{"action_id":"a","action_ts":"3.3"}]}
            """));
        Assert.Equal(new SlackPlace("T1", "C1", "1.1"), press.Place);
    }

    /// <summary>What was asked or refused then stood in the thread, which nobody had open.</summary>
    [Theory]
    [InlineData(""","thread_ts":"2.2" """, "{}")]
    [InlineData("", """{"ts":"2.2","thread_ts":"2.2"}""")]
    public void A_press_on_a_card_that_somebody_has_answered_in_a_thread_happens_where_the_card_stands(string more, string message)
    {
        var press = Assert.IsType<ButtonPressed>(Decode.Interaction(
            $$"""
            {"type":"block_actions","user":{"id":"U1"},"team":{"id":"T1"},"message":{{message}},
             "container":{"type":"message","message_ts":"2.2","channel_id":"C1"{{more}}},
             "actions":[{"action_id":"a","action_ts":"3.3"}]}
            """));
        Assert.Equal(new SlackPlace("T1", "C1"), press.Place);
    }

    [Fact]
    public void Two_presses_of_one_button_at_different_times_are_two()
    {
        var keys = new[] { "3.3", "3.4" }
            .Select(ts => Decode.Interaction(Press($$"""{"action_id":"a","value":"v","action_ts":"{{ts}}"}""")))
            .Cast<ButtonPressed>().Select(press => press.DedupeKey).Distinct();
        Assert.Equal(2, keys.Count());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"block_actions"}""")]
    [InlineData("""{"type":"block_actions","user":null,"team":{"id":"T1"},"actions":[{"action_id":"a","action_ts":"1"}]}""")]
    [InlineData("""{"type":"block_actions","user":{"id":"U1"},"team":{"id":"T1"},"container":{"message_ts":"1","channel_id":"C1"},"actions":[null]}""")]
    [InlineData("""{"type":"block_actions","user":{"id":"U1"},"team":{"id":"T1"},"container":{"message_ts":"1","channel_id":"C1"},"actions":{}}""")]
    [InlineData("""{"type":"block_actions","user":{"id":"U1"},"team":{"id":"T1"},"actions":[{"action_id":"a","action_ts":"1"}]}""")]
    [InlineData("""{"type":"view_submission","user":{"id":"U1"},"team":{"id":"T1"},"view":{"id":"V1"}}""")]
    [InlineData("""{"type":"view_submission","user":{"id":"U1"},"view":{"id":"V1","hash":"h"}}""")]
    public void An_interaction_without_what_it_must_have_is_malformed(string json) =>
        Assert.IsType<MalformedPayload>(Decode.Interaction(json));

    [Fact]
    public void A_field_of_a_form_that_was_left_empty_is_absent()
    {
        var form = Assert.IsType<FormSubmitted>(Decode.Interaction(
            """
            {"type":"view_submission","user":{"id":"U1"},"team":{"id":"T1"},"view":{"id":"V1","hash":"h","callback_id":"c","private_metadata":"m",
             "state":{"values":{"frequency":{"x":{"type":"radio_buttons","selected_option":null}},"delay":{"x":{"selected_option":{"value":"hours"}}},"odd":[1]}}}}
            """));
        Assert.Equal([KeyValuePair.Create("delay", "hours")], form.Values);
    }

    [Theory]
    [InlineData("")]
    [InlineData("team_id=T1&channel_id=C1&user_id=U1&text=help")]
    [InlineData("team_id=T1&channel_id=C1&trigger_id=1.2.3&text=help")]
    [InlineData("team_id=T1&team_id=T2&channel_id=C1&user_id=U1&trigger_id=1.2.3")]
    [InlineData("channel_id=C1&user_id=U1&trigger_id=1.2.3")]
    [InlineData("team_id=T%001&channel_id=C1&user_id=U1&trigger_id=1.2.3")]
    public void A_command_without_what_it_must_have_is_malformed(string form) =>
        Assert.IsType<MalformedPayload>(Decode.Command(form));

    [Fact]
    public void A_command_of_an_organisations_installation_belongs_to_the_organisation()
    {
        var text = Assert.IsType<TextReceived>(Decode.Command(
            "team_id=T1&enterprise_id=E1&is_enterprise_install=true&channel_id=C1&user_id=U1&trigger_id=1.2.3&text=start+Caf%C3%A9+%26amp%3B+co"));
        Assert.Equal(("E1", "start Café & co"), (text.Place.Tenant, text.Text));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_no_form() => Assert.Null(FormFields.Parse([0x61, 0x3d, 0xff]));

    [Theory]
    [InlineData("[]"), InlineData("null"), InlineData("{"), InlineData(""), InlineData("{\"a\":1,\"a\":2}"), InlineData("\u0000")]
    public void What_is_no_plain_object_is_no_payload(string json) => Assert.Null(JsonReading.Parse(Encoding.UTF8.GetBytes(json)));

    private static string Press(string action, string more = "") =>
        $$"""
        {"type":"block_actions","user":{"id":"U1"},"team":{"id":"T1"},
         "container":{"type":"message","message_ts":"2.2","channel_id":"C1"},"actions":[{{action}}]{{more}}}
        """;
}
