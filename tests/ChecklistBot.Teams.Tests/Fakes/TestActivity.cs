using System.Text;
using System.Text.Json.Nodes;
using ChecklistBot.Teams.Protocol;

namespace ChecklistBot.Teams.Tests.Fakes;

/// <summary>Activities as Teams sends them, with invented ids.</summary>
internal static class TestActivity
{
    public const string AppId = "22222222-2222-4222-8222-222222222222";
    public const string TenantId = "11111111-1111-4111-8111-111111111111";
    public const string ServiceUrl = "https://smba.trafficmanager.net/uk/11111111-1111-4111-8111-111111111111/";
    public const string Channel = "19:chan@thread.tacv2";
    public const string Root = "1790000000000";

    public static JsonObject ChannelMessage(string text, params JsonNode?[] entities) => new()
    {
        ["type"] = "message",
        ["id"] = "1790000000123",
        ["timestamp"] = "2026-11-24T06:00:00.123Z",
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["from"] = Person("Ada", 1),
        ["recipient"] = new JsonObject { ["id"] = "28:" + AppId, ["name"] = "Checklist" },
        ["conversation"] = new JsonObject
        {
            ["id"] = $"{Channel};messageid={Root}",
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = TenantId,
        },
        ["textFormat"] = "plain",
        ["text"] = text,
        ["entities"] = new JsonArray([.. entities, new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB" }]),
        ["channelData"] = new JsonObject
        {
            ["tenant"] = new JsonObject { ["id"] = TenantId },
            ["team"] = new JsonObject { ["id"] = "19:general@thread.tacv2", ["aadGroupId"] = "33333333-3333-4333-8333-333333333333" },
            ["channel"] = new JsonObject { ["id"] = Channel },
        },
        ["locale"] = "en-GB",
    };

    public static JsonObject GroupMessage(string text, params JsonNode?[] entities)
    {
        var message = ChannelMessage(text, entities);
        message["conversation"] = new JsonObject
        {
            ["id"] = "19:abcdef0123456789@thread.v2",
            ["conversationType"] = "groupChat",
            ["isGroup"] = true,
            ["tenantId"] = TenantId,
        };
        message["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TenantId } };
        return message;
    }

    public static JsonObject PersonalMessage(string text)
    {
        var message = GroupMessage(text);
        message["conversation"] = new JsonObject { ["id"] = "a:1personal", ["conversationType"] = "personal", ["tenantId"] = TenantId };
        return message;
    }

    public static JsonObject Invoke(string name, JsonNode? value, string person = "Ada", int number = 1)
    {
        var invoke = ChannelMessage("");
        invoke["type"] = "invoke";
        invoke["id"] = "f:3f0e0000-0000-4000-8000-000000000001";
        invoke["name"] = name;
        invoke["from"] = Person(person, number);
        invoke["replyToId"] = "1790000000456";
        invoke["value"] = value;
        invoke.Remove("text");
        invoke.Remove("entities");
        return invoke;
    }

    public static JsonObject Press(JsonObject data, string verb = "answer", string person = "Ada", int number = 1) => Invoke(
        InvokeNames.CardAction,
        new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        },
        person,
        number);

    public static JsonObject Person(string name, int number) => new()
    {
        ["id"] = "29:1user" + name,
        ["name"] = name,
        ["aadObjectId"] = $"AAAAAAAA-0000-4000-8000-{number:d12}",
    };

    public static JsonObject Mention(string id, string name, string? text = null) => new()
    {
        ["type"] = "mention",
        ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
        ["text"] = text ?? $"<at>{name}</at>",
    };

    public static JsonObject BotMention(string name = "Checklist") => Mention("28:" + AppId, name);

    public static Activity Parsed(this JsonNode activity)
    {
        Assert.True(ActivityParser.TryParse(Encoding.UTF8.GetBytes(activity.ToJsonString()), out var parsed, out var reason), reason);
        return parsed;
    }
}
