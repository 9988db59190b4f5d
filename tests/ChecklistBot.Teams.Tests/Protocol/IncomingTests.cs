using System.Text.Json.Nodes;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.Protocol;
using ChecklistBot.Teams.Tests.Fakes;

namespace ChecklistBot.Teams.Tests.Protocol;

/// <summary>What each kind of activity means for the bot.</summary>
public class IncomingTests
{
    [Fact]
    public void A_message_is_something_said()
    {
        var message = TestActivity.ChannelMessage("<at>Checklist</at> start CRM", TestActivity.BotMention());

        Assert.Equal(new MessageArrived("start CRM", IsEdit: false), IncomingReader.Read(message.Parsed()));
    }

    [Fact]
    public void B3_An_edit_is_something_said_anew_and_an_undeleted_message_is_not()
    {
        var edit = TestActivity.ChannelMessage("<at>Checklist</at> start CRM", TestActivity.BotMention());
        edit["type"] = "messageUpdate";
        edit["channelData"]!["eventType"] = "editMessage";
        Assert.Equal(new MessageArrived("start CRM", IsEdit: true), IncomingReader.Read(edit.Parsed()));

        edit["channelData"]!["eventType"] = "undeleteMessage";
        Assert.IsType<Ignored>(IncomingReader.Read(edit.Parsed()));
    }

    [Fact]
    public void A_press_of_Execute_carries_verb_and_data_and_expects_a_card()
    {
        var press = TestActivity.Press(new JsonObject { ["action"] = "x", ["item"] = "delay", ["option"] = "hours" });

        var pressed = Assert.IsType<ButtonPressed>(IncomingReader.Read(press.Parsed()));

        Assert.True(pressed.ExpectsCard);
        Assert.False(pressed.Action.IsAutomatic);
        Assert.Equal("1790000000456", pressed.CardId);
        Assert.Equal("answer", pressed.Action.Verb);
        Assert.Equal("hours", pressed.Action.Data["option"]);
    }

    [Fact]
    public void B9_The_fallbacks_Submit_means_the_same_without_expecting_a_card()
    {
        var press = TestActivity.ChannelMessage("");
        press.Remove("text");
        press["replyToId"] = "1790000000456";
        press["value"] = new JsonObject { ["verb"] = "answer", ["action"] = "x" };

        var pressed = Assert.IsType<ButtonPressed>(IncomingReader.Read(press.Parsed()));

        Assert.False(pressed.ExpectsCard);
        Assert.Equal(("answer", "x"), (pressed.Action.Verb, pressed.Action.Data["action"]));
    }

    [Fact]
    public void B8_A_refresh_by_the_client_is_told_apart()
    {
        var refresh = TestActivity.Press([]);
        refresh["value"]!["trigger"] = "automatic";

        Assert.True(Assert.IsType<ButtonPressed>(IncomingReader.Read(refresh.Parsed())).Action.IsAutomatic);
    }

    [Fact]
    public void B10_Toggles_numbers_and_several_choices_are_text()
    {
        var press = TestActivity.Press(new JsonObject { ["a"] = "true", ["b"] = true, ["c"] = "x,y", ["d"] = 7, ["e"] = new JsonArray(), ["f"] = null });

        var data = Assert.IsType<ButtonPressed>(IncomingReader.Read(press.Parsed())).Action.Data;

        Assert.Equal(["true", "true", "x,y", "7"], data.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value));
    }

    public static TheoryData<string?, string> BadInvokes => new()
    {
        { null, "BadRequest" },
        { "\"text\"", "BadRequest" },
        { "{}", "BadRequest" },
        { """{"action":"text"}""", "BadRequest" },
        { """{"action":{"type":"Action.OpenUrl"}}""", "NotSupported" },
    };

    [Theory]
    [MemberData(nameof(BadInvokes))]
    public void B5_An_invoke_that_no_card_makes_is_named_as_such(string? value, string code)
    {
        var invoke = TestActivity.Invoke(InvokeNames.CardAction, value is null ? null : JsonNode.Parse(value));

        Assert.Equal(code, Assert.IsType<BadInvoke>(IncomingReader.Read(invoke.Parsed())).Error.Code);
    }

    [Fact]
    public void Dialogs_are_asked_for_and_sent()
    {
        var value = new JsonObject { ["data"] = new JsonObject { ["action"] = "x", ["delay"] = "hours" } };

        Assert.Equal("x", Assert.IsType<DialogRequested>(IncomingReader.Read(TestActivity.Invoke(InvokeNames.DialogFetch, value.DeepClone()).Parsed())).Action.Data["action"]);
        Assert.Equal("hours", Assert.IsType<DialogSent>(IncomingReader.Read(TestActivity.Invoke(InvokeNames.DialogSubmit, value).Parsed())).Action.Data["delay"]);
    }

    [Fact]
    public void B4_Unknown_types_are_left_alone_and_unknown_invokes_are_told_apart()
    {
        foreach (var type in (string[])["typing", "event", "messageReaction", "messageDelete", "somethingNew"])
        {
            var activity = TestActivity.ChannelMessage("hello");
            activity["type"] = type;
            Assert.IsType<Ignored>(IncomingReader.Read(activity.Parsed()));
        }

        Assert.IsType<UnknownInvoke>(IncomingReader.Read(TestActivity.Invoke("composeExtension/query", new JsonObject()).Parsed()));
    }

    [Fact]
    public void The_bot_is_welcomed_when_it_is_added_and_not_when_others_are_or_the_app_is_upgraded()
    {
        Assert.IsType<BotAdded>(IncomingReader.Read(Installation("add")));
        Assert.IsType<Ignored>(IncomingReader.Read(Installation("add-upgrade")));
        Assert.IsType<Ignored>(IncomingReader.Read(Installation("remove")));
        Assert.IsType<BotAdded>(IncomingReader.Read(Joined("28:" + TestActivity.AppId)));
        Assert.IsType<Ignored>(IncomingReader.Read(Joined("29:1userBo")));
    }

    [Fact]
    public void A_thread_is_its_channel_and_its_first_message()
    {
        var envelope = Read(TestActivity.ChannelMessage("hello").Parsed());

        Assert.Equal(new ConversationKey("teams", TestActivity.TenantId, TestActivity.Channel), envelope.Conversation.Key);
        Assert.Equal((ConversationKind.Channel, TestActivity.Root), (envelope.Conversation.Kind, envelope.Conversation.Thread));
        Assert.Equal(ConversationKind.Group, Read(TestActivity.GroupMessage("hello").Parsed()).Conversation.Kind);
        Assert.Equal(ConversationKind.Personal, Read(TestActivity.PersonalMessage("hello").Parsed()).Conversation.Kind);
        Assert.Null(Read(TestActivity.GroupMessage("hello").Parsed()).Conversation.Thread);
    }

    [Theory]
    [InlineData("19:a@thread.tacv2;messageid=17", "19:a@thread.tacv2", "17")]
    [InlineData("19:a@thread.tacv2", "19:a@thread.tacv2", null)]
    [InlineData(";messageid=17", ";messageid=17", null)]
    [InlineData("a;messageid=", "a;messageid=", null)]
    public void A_conversation_id_comes_apart_and_together_again(string id, string channel, string? root)
    {
        var address = ThreadAddress.Of(id);

        Assert.Equal(new ThreadAddress(channel, root), address);
        Assert.Equal(id, address.ConversationId);
    }

    [Fact]
    public void A_person_is_their_Entra_id_with_their_tenant_else_the_channels_id()
    {
        var known = TestActivity.ChannelMessage("hello");
        var guest = TestActivity.ChannelMessage("hello");
        guest["from"]!.AsObject().Remove("aadObjectId");
        var elsewhere = TestActivity.ChannelMessage("hello");
        elsewhere["from"]!["tenantId"] = "44444444-4444-4444-8444-444444444444";

        Assert.Equal($"{TestActivity.TenantId}/aaaaaaaa-0000-4000-8000-000000000001", Read(known.Parsed()).Person.Id);
        Assert.Null(Read(known.Parsed()).Person.Organisation);
        Assert.Equal("29:1userAda", Read(guest.Parsed()).Person.Id);
        Assert.Equal("44444444-4444-4444-8444-444444444444/aaaaaaaa-0000-4000-8000-000000000001", Read(elsewhere.Parsed()).Person.Id);
        Assert.Equal("another organisation", Read(elsewhere.Parsed()).Person.Organisation);
        Assert.Equal(TestActivity.TenantId, Read(elsewhere.Parsed()).Conversation.Key.Tenant);
    }

    [Fact]
    public void The_tenant_is_the_conversations_then_the_channel_datas_and_need_not_be_a_GUID()
    {
        var message = TestActivity.GroupMessage("hello");
        message["conversation"]!["tenantId"] = "00000000-0000-0000-0000-0000000000001";
        Assert.Equal("00000000-0000-0000-0000-0000000000001", Envelope.TenantOf(message.Parsed()));

        message["conversation"]!.AsObject().Remove("tenantId");
        Assert.Equal(TestActivity.TenantId, Envelope.TenantOf(message.Parsed()));

        message["channelData"] = "text";
        Assert.Null(Envelope.TenantOf(message.Parsed()));
    }

    [Theory]
    [InlineData("conversation", "..")]
    [InlineData("conversation", "")]
    [InlineData("conversation", "a\u0000b")]
    [InlineData("conversation", "..;messageid=17")]
    [InlineData("from", "")]
    [InlineData("from", "a\nb")]
    public void A_hostile_id_is_refused_with_a_reason(string member, string id)
    {
        var message = TestActivity.ChannelMessage("hello");
        message[member]!["id"] = id;

        Assert.False(Envelope.TryRead(message.Parsed(), out _, out var reason));
        Assert.NotEmpty(reason);
    }

    private static Envelope Read(Activity activity)
    {
        Assert.True(Envelope.TryRead(activity, out var envelope, out var reason), reason);
        return envelope;
    }

    private static Activity Installation(string action)
    {
        var activity = TestActivity.ChannelMessage("");
        activity["type"] = "installationUpdate";
        activity["action"] = action;
        return activity.Parsed();
    }

    private static Activity Joined(string member)
    {
        var activity = TestActivity.ChannelMessage("");
        activity["type"] = "conversationUpdate";
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = member });
        return activity.Parsed();
    }
}
