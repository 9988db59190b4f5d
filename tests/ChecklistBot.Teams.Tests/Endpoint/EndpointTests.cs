using System.Text.Json.Nodes;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Teams.AdaptiveCards;
using ChecklistBot.Teams.Protocol;
using ChecklistBot.Teams.Tests.Cards;
using ChecklistBot.Teams.Tests.Fakes;

namespace ChecklistBot.Teams.Tests.Endpoint;

/// <summary>What the platform is answered, and what reaches the core.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private TeamsHost host = null!;

    private static Assessments.AssessmentId Split => CardCatalogue.All["live-split"].Assessment!.Value;

    public async ValueTask InitializeAsync() => host = await TeamsHost.StartAsync();

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_message_in_a_channel_becomes_a_turn_and_is_acknowledged()
    {
        var (status, body) = await host.PostAsync(TestActivity.ChannelMessage("<at>Checklist</at> start CRM", TestActivity.BotMention()));

        Assert.Equal((200, null), (status, body));
        var turn = Assert.Single(host.Turns.Turns);
        Assert.Equal(new Said("start CRM"), turn.Utterance);
        Assert.Equal(new ConversationKey("teams", TestActivity.TenantId, TestActivity.Channel), turn.Conversation.Key);
        Assert.Equal(TestActivity.Root, turn.Conversation.Thread);
        Assert.Equal(ReplyPlacement.InConversationWhenNeeded, turn.Replies);
        Assert.Equal("Ada", turn.Person.Name);
        Assert.NotNull(turn.DedupeKey);
    }

    [Fact]
    public async Task In_a_personal_chat_replies_are_lines_of_the_chat()
    {
        await host.PostAsync(TestActivity.PersonalMessage("start CRM"));

        var turn = Assert.Single(host.Turns.Turns);
        Assert.Equal((ConversationKind.Personal, ReplyPlacement.InConversation), (turn.Conversation.Kind, turn.Replies));
    }

    [Fact]
    public async Task B1_B3_A_repeat_has_the_same_key_and_an_edit_names_the_message_it_changes()
    {
        var message = TestActivity.ChannelMessage("strat");
        var edit = message.DeepClone();
        edit["type"] = "messageUpdate";
        edit["timestamp"] = "2026-11-24T06:01:00Z";
        edit["channelData"]!["eventType"] = "editMessage";
        await host.PostAsync(message);
        await host.PostAsync(message);
        await host.PostAsync(edit);

        var turns = host.Turns.Turns.ToList();
        Assert.Equal(turns[0].DedupeKey, turns[1].DedupeKey);
        Assert.Equal(turns[0].DedupeKey, turns[2].EditedKey);
        Assert.NotEqual(turns[0].DedupeKey, turns[2].DedupeKey);
        Assert.Equal(new Said("strat", IsEdit: true), turns[2].Utterance);
    }

    [Theory]
    [InlineData("1790000000123", "2026-09-28T10:00:00Z", "2026-09-21T14:13:20.123Z")]
    [InlineData("8f0c", "2026-09-28T10:00:00Z", "2026-09-28T10:00:00Z")]
    [InlineData("8f0c", "today", null)]
    [InlineData("99999999999999999", null, null)]
    public async Task B3_An_edit_says_when_its_message_was_written_as_far_as_Teams_tells(string id, string? timestamp, string? written)
    {
        var edit = TestActivity.ChannelMessage("start CRM");
        edit["type"] = "messageUpdate";
        edit["id"] = id;
        edit["timestamp"] = timestamp;
        edit["channelData"]!["eventType"] = "editMessage";
        await host.PostAsync(edit);

        DateTimeOffset? expected = written is null ? null : DateTimeOffset.Parse(written, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(expected, Assert.Single(host.Turns.Turns).EditedWritten);
    }

    [Fact]
    public async Task A_tap_is_answered_with_the_new_card()
    {
        host.Turns.Answer = _ => new TurnAnswer { Card = CardCatalogue.All["live-split"] };

        var (status, body) = await host.PostAsync(TestActivity.Press(new JsonObject { ["action"] = "a~x", ["item"] = "delay", ["option"] = "hours" }));

        Assert.Equal(200, status);
        Assert.Equal(200, body!["statusCode"]!.GetValue<int>());
        Assert.Equal("application/vnd.microsoft.card.adaptive", body["type"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(CardCatalogue.Rendered["live-split"]), body["value"]));
        Assert.Equal(new Tapped("a~x", "1790000000456"), Assert.Single(host.Turns.Turns).Utterance);
    }

    [Fact]
    public async Task The_text_beside_a_button_comes_with_the_tap()
    {
        await host.PostAsync(TestActivity.Press(new JsonObject { ["action"] = "name~x", ["input"] = "line-1", ["line-1"] = "Payroll" }, TeamsAction.Tap));

        Assert.Equal(new Tapped("name~x", "1790000000456", "Payroll"), Assert.Single(host.Turns.Turns).Utterance);
    }

    [Fact]
    public async Task B9_The_fallback_of_an_older_client_is_the_same_tap_without_a_card_in_the_answer()
    {
        var press = TestActivity.ChannelMessage("");
        press.Remove("text");
        press["replyToId"] = "1790000000456";
        press["value"] = new JsonObject { ["verb"] = "answer", ["action"] = "a~x" };

        Assert.Equal((200, null), await host.PostAsync(press));
        Assert.Equal(new Tapped("a~x", "1790000000456"), Assert.Single(host.Turns.Turns).Utterance);
    }

    [Fact]
    public async Task More_is_answered_to_the_presser_with_a_menu_that_leads_back()
    {
        var card = CardCatalogue.All["live-split"];
        host.Turns.Answer = _ => new TurnAnswer { Card = card };
        var look = CardAction.Menu(card.Assessment!.Value);

        var (_, menu) = await host.PostAsync(TestActivity.Press(new JsonObject { ["action"] = look }, TeamsAction.Menu));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(CardCatalogue.Rendered["presser-menu"]), menu!["value"]));

        var (_, back) = await host.PostAsync(TestActivity.Press(new JsonObject { ["action"] = look }, TeamsAction.Card));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(CardCatalogue.Rendered["live-split"]), back!["value"]));
        Assert.All(host.Turns.Turns, turn => Assert.Null(turn.DedupeKey));
    }

    [Fact]
    public async Task A_risky_step_asks_the_presser_first_and_acts_on_yes()
    {
        var card = CardCatalogue.All["live-split"];
        host.Turns.Answer = _ => new TurnAnswer { Card = card };
        var cancel = CardAction.Of(card.Assessment!.Value, new Cancel());
        var look = CardAction.Menu(card.Assessment!.Value);

        var (_, question) = await host.PostAsync(TestActivity.Press(new JsonObject { ["action"] = cancel }, TeamsAction.Ask));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(CardCatalogue.Rendered["presser-question"]), question!["value"]));
        Assert.Equal(new Tapped(look, "1790000000456"), Assert.Single(host.Turns.Turns).Utterance);

        await host.PostAsync(TestActivity.Press(new JsonObject { ["action"] = cancel }, TeamsAction.Tap));
        Assert.Equal(new Tapped(cancel, "1790000000456"), host.Turns.Turns.Last().Utterance);
    }

    [Fact]
    public async Task B8_A_refresh_by_the_client_only_looks()
    {
        host.Turns.Answer = _ => new TurnAnswer { Card = CardCatalogue.All["live-new"] };
        var refresh = TestActivity.Press(new JsonObject { ["action"] = CardAction.Of(Split, new Cancel()) });
        refresh["value"]!["trigger"] = "automatic";

        var (status, body) = await host.PostAsync(refresh);

        Assert.Equal((200, "#3 CRM to accounting"), (status, body!["value"]!["body"]![0]!["text"]!.GetValue<string>()));
        Assert.Equal(new Tapped(CardAction.Menu(Split), "1790000000456"), Assert.Single(host.Turns.Turns).Utterance);
    }

    [Fact]
    public async Task An_action_that_no_card_carries_is_an_error_that_the_client_shows()
    {
        host.Turns.Answer = _ => new TurnAnswer { Status = TurnStatus.NotUnderstood, Reply = CardCatalogue.All["reply-forget"] };

        var (status, body) = await host.PostAsync(TestActivity.Press(new JsonObject { ["action"] = "made up" }));

        Assert.Equal((200, 400), (status, body!["statusCode"]!.GetValue<int>()));
        Assert.Equal("application/vnd.microsoft.error", body["type"]!.GetValue<string>());
        Assert.NotEmpty(body["value"]!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_word_to_the_presser_is_a_message_beside_the_card()
    {
        host.Turns.Answer = _ => new TurnAnswer { Status = TurnStatus.Refused, Reply = CardCatalogue.All["reply-forget"] };

        var (_, body) = await host.PostAsync(TestActivity.Press(new JsonObject { ["action"] = "x" }));

        Assert.Equal("application/vnd.microsoft.activity.message", body!["type"]!.GetValue<string>());
        Assert.Equal(CardCatalogue.All["reply-forget"].Summary, body["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task B5_A_malformed_press_is_400_with_a_body_that_says_why()
    {
        var (status, body) = await host.PostAsync(TestActivity.Invoke(InvokeNames.CardAction, new JsonObject()));
        Assert.Equal((400, 400, "BadRequest"), (status, body!["statusCode"]!.GetValue<int>(), body["value"]!["code"]!.GetValue<string>()));

        (status, body) = await host.PostAsync(TestActivity.Press([]));
        Assert.Equal((400, "BadRequest"), (status, body!["value"]!["code"]!.GetValue<string>()));
        Assert.Empty(host.Turns.Turns);
    }

    [Fact]
    public async Task B4_Unknown_types_are_acknowledged_and_unknown_invokes_are_501()
    {
        var typing = TestActivity.ChannelMessage("");
        typing["type"] = "typing";
        typing["somethingNew"] = new JsonObject { ["a"] = 1 };

        Assert.Equal((200, null), await host.PostAsync(typing));
        Assert.Equal((501, null), await host.PostAsync(TestActivity.Invoke("composeExtension/query", new JsonObject())));
        Assert.Empty(host.Turns.Turns);
    }

    [Fact]
    public async Task Answer_all_opens_a_dialog_and_its_answers_come_back()
    {
        host.Turns.Form = CardCatalogue.Form();
        var (status, body) = await host.PostAsync(TestActivity.Invoke(
            InvokeNames.DialogFetch, new JsonObject { ["data"] = new JsonObject { ["verb"] = "form", ["action"] = "all~x" } }));

        Assert.Equal((200, "continue"), (status, body!["task"]!["type"]!.GetValue<string>()));
        Assert.Equal("#3 CRM to accounting", body["task"]!["value"]!["title"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(CardCatalogue.Rendered["form"]), body["task"]!["value"]!["card"]!["content"]));
        Assert.Equal(["all~x"], host.Turns.FormsAsked);

        var answers = new JsonObject { ["verb"] = "send", ["action"] = "all~x", ["item-delay"] = "hours", ["item-reach"] = "", ["item-ownership"] = "clear" };
        Assert.Equal((200, null), await host.PostAsync(TestActivity.Invoke(InvokeNames.DialogSubmit, new JsonObject { ["data"] = answers })));
        var sent = Assert.IsType<Submitted>(Assert.Single(host.Turns.Turns).Utterance);
        Assert.Equal("all~x", sent.Action);
        Assert.Equal(["delay=hours", "ownership=clear"], sent.Answers.Select(answer => $"{answer.Key}={answer.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_dialog_that_is_too_late_says_so()
    {
        var (_, body) = await host.PostAsync(TestActivity.Invoke(InvokeNames.DialogFetch, new JsonObject()));
        Assert.Equal("message", body!["task"]!["type"]!.GetValue<string>());

        host.Turns.Answer = _ => new TurnAnswer { Status = TurnStatus.Refused, Reply = CardCatalogue.All["reply-forget"] };
        (_, body) = await host.PostAsync(TestActivity.Invoke(InvokeNames.DialogSubmit, new JsonObject()));
        Assert.Equal(CardCatalogue.All["reply-forget"].Summary, body!["task"]!["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task Being_added_is_one_welcome_however_often_the_platform_tells_of_it()
    {
        var installed = TestActivity.ChannelMessage("");
        installed["type"] = "installationUpdate";
        installed["action"] = "add";
        var joined = TestActivity.ChannelMessage("");
        joined["type"] = "conversationUpdate";
        joined["conversation"]!["id"] = "19:general@thread.tacv2";
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:" + TestActivity.AppId });
        await host.PostAsync(installed);
        await host.PostAsync(joined);

        Assert.All(host.Turns.Turns, turn => Assert.Equal(new Welcomed(), turn.Utterance));
        Assert.Single(host.Turns.Turns.Select(turn => turn.DedupeKey).Distinct());
    }

    [Fact]
    public async Task The_bot_does_not_answer_itself()
    {
        var own = TestActivity.ChannelMessage("start");
        own["from"] = new JsonObject { ["id"] = "28:" + TestActivity.AppId };

        Assert.Equal((200, null), await host.PostAsync(own));
        Assert.Empty(host.Turns.Turns);
    }
}
