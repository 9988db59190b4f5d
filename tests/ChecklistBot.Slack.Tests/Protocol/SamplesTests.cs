using System.Text.Json;
using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Slack.Tests.Protocol;

/// <summary>Real payloads, decoded.</summary>
public sealed class SamplesTests
{
    [Fact]
    public void Every_event_sample_is_understood()
    {
        var names = ReferenceData.SampleNames().Where(name => name.StartsWith("event.", StringComparison.Ordinal)).ToList();
        Assert.Equal(8, names.Count);
        Assert.All(names, name => Assert.IsNotType<MalformedPayload>(Decode.Event(ReferenceData.Sample(name))));
    }

    [Fact]
    public void Every_interaction_sample_is_understood()
    {
        var names = ReferenceData.SampleNames().Where(name => name.StartsWith("interactive.", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, names.Count);
        Assert.All(names, name => Assert.IsNotType<MalformedPayload>(Decode.Interaction(ReferenceData.Sample(name))));
    }

    [Fact]
    public void A_mention_in_a_shared_channel_belongs_to_the_installation_and_loses_the_mention()
    {
        var text = Assert.IsType<TextReceived>(
            Decode.Event(ReferenceData.Sample("event.app_mention.ext_shared_channel.json"), new SlackIdentity("T_INSTALLED", "U123")));

        Assert.Equal(new SlackPlace("T_INSTALLED", "C111"), text.Place);
        Assert.Equal("U234", text.Person.UserId);
        Assert.Equal("hey", text.Text);
        Assert.Equal(TextSource.Mention, text.Source);
        Assert.Equal("1605835902.008000", text.MessageTs);
        Assert.Equal("slack message T_INSTALLED C111 1605835902.008000", text.DedupeKey);
        Assert.Null(text.EditedKey);
    }

    [Fact]
    public void A_mention_over_a_socket_reads_as_over_http()
    {
        using var frame = JsonDocument.Parse(ReferenceData.Sample("socket.events_api.app_mention_retry.json"));
        var text = Assert.IsType<TextReceived>(EventDecoder.Decode(frame.RootElement.GetProperty("payload"), Decode.Bot));
        Assert.Equal(("T111", "C111", "U111", "hey"), (text.Place.Tenant, text.Place.Channel, text.Person.UserId, text.Text));
    }

    [Fact]
    public void A_slash_command_keeps_its_trigger_and_its_answering_address()
    {
        var text = Assert.IsType<TextReceived>(Decode.Command(ReferenceData.Sample("slash.command.docs_weather.form.txt")));

        Assert.Equal(new SlackPlace("T0001", "C2147483705"), text.Place);
        Assert.Equal(new SlackPerson("U2147483697", "T0001", "Steve"), text.Person);
        Assert.Equal("94070", text.Text);
        Assert.Equal(TextSource.SlashCommand, text.Source);
        Assert.Equal("13345224609.738474920.8088930838d88f008e0", text.TriggerId);
        Assert.Equal("https://hooks.slack.com/commands/1234/5678", text.ResponseUrl);
    }

    [Fact]
    public void A_button_in_a_message_names_message_person_element_and_value()
    {
        var press = Assert.IsType<ButtonPressed>(Decode.Interaction(ReferenceData.Sample("interactive.block_actions.message.json")));

        Assert.Equal(new SlackPlace("T111", "C111"), press.Place);
        Assert.Equal(("U111", "save", "1"), (press.Person.UserId, press.ActionId, press.Value));
        Assert.Equal("1606455372.001200", press.MessageTs);
        Assert.True(press.IsEphemeral);
        Assert.Equal("slack press T111 C111 1606455372.001200 U111 save 1 1606455407.603639", press.DedupeKey);
    }

    [Fact]
    public void A_button_of_an_organisations_installation_belongs_to_the_organisation() =>
        Assert.Equal(
            "E111",
            Assert.IsType<ButtonPressed>(Decode.Interaction(ReferenceData.Sample("interactive.block_actions.org_install.json"))).Place.Tenant);

    [Fact]
    public void A_modals_values_are_read_by_block()
    {
        var form = Assert.IsType<FormSubmitted>(Decode.Interaction(ReferenceData.Sample("interactive.view_submission.json")));

        Assert.Equal("modal-callback-id", form.CallbackId);
        Assert.Equal("3", form.Values["rating"]);
        Assert.Equal("Just amazing!", form.Values["comment"]);
        Assert.Equal("slack form T12345678 V12345678 1569562184.10297bc3", form.DedupeKey);
    }

    [Fact]
    public void The_end_of_an_installation_is_known_by_either_event()
    {
        var gone = new SlackIdentity("T_INSTALLED", "UXXXXXXXX");
        Assert.Equal(
            new InstallationEnded("T_INSTALLED", "app_uninstalled"),
            Decode.Event(ReferenceData.Sample("event.app_uninstalled.json"), gone));
        Assert.Equal(
            new InstallationEnded("T_INSTALLED", "tokens_revoked"), Decode.Event(ReferenceData.Sample("event.tokens_revoked.json"), gone));
        Assert.IsType<NothingToDo>(
            Decode.Event(ReferenceData.Sample("event.tokens_revoked.json").Replace("UXXXXXXXX", "UYYYYYYYY", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_bots_own_arrival_is_told_from_anyone_elses()
    {
        var sample = ReferenceData.Sample("event.member_joined_channel.json");
        var joined = Assert.IsType<BotJoined>(Decode.Event(sample, new SlackIdentity("T_INSTALLED", "W23456789")));
        Assert.Equal((new SlackPlace("T_INSTALLED", "C111"), "U222"), (joined.Place, joined.Inviter));
        Assert.IsType<NothingToDo>(Decode.Event(sample));
    }

    [Fact]
    public void The_challenge_of_the_events_address_is_repeated() =>
        Assert.Equal(
            new UrlChallenge("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"),
            Decode.Event(ReferenceData.Sample("event.url_verification.json")));

    [Fact]
    public void The_bot_does_not_answer_what_it_said_through_a_response_url() =>
        Assert.IsType<NothingToDo>(Decode.Event(ReferenceData.Sample("event.message.bot_own_response_url.json")));
}
