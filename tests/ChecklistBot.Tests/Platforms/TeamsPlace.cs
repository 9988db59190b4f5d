using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Tests.Platforms;

/// <summary>A conversation of Teams.</summary>
/// <param name="requests">To the bot.</param>
/// <param name="teams">Where its answers go.</param>
/// <param name="tenant">The tenant of the conversation.</param>
/// <param name="conversation">The conversation's id.</param>
/// <param name="type"><c>channel</c>, <c>groupChat</c> or <c>personal</c>.</param>
internal sealed class TeamsPlace(Requests requests, FakeTeams teams, string tenant, string conversation, string type) : IPlace
{
    private static readonly string[] Verbs = ["answer", "tap", "ask", "menu", "card", ""];

    private static int sent;

    public string Name => $"the {type} {conversation} of {tenant} on Teams";

    public ConversationKey Key => new("teams", tenant, conversation);

    public Task<string> SayAsync(string person, string text)
    {
        var message = Activity("message", person);
        message["text"] = text;
        return PostAsync(message);
    }

    public async Task<string> PressAsync(string person, string action)
    {
        var answers = new StringBuilder();
        foreach (var verb in Verbs)
            foreach (var trigger in new[] { "manual", "automatic" })
                answers.Append(await InvokeAsync(person, "adaptiveCard/action", new JsonObject
                {
                    ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = Data(action) },
                    ["trigger"] = trigger,
                }));

        // An older client's button comes as a message with a value.
        var submit = Activity("message", person);
        submit["value"] = Data(action);
        answers.Append(await PostAsync(submit));
        return answers.ToString();

        static JsonObject Data(string action) => new() { ["action"] = action, ["input"] = "line", ["line"] = "Taken over" };
    }

    public async Task<string> FillAsync(string person, string action, IReadOnlyDictionary<string, string> answers)
    {
        var opened = await InvokeAsync(person, "task/fetch", new JsonObject { ["data"] = new JsonObject { ["action"] = action } });
        var data = new JsonObject { ["action"] = action };
        foreach (var (item, option) in answers)
            data[$"item-{item}"] = option;
        return opened + await InvokeAsync(person, "task/submit", new JsonObject { ["data"] = data });
    }

    /// <summary>In Teams people read what the bot sends them; a client looks by itself only at cards, which the presses above do.</summary>
    public Task<string> LookAsync(string person) => Task.FromResult("");

    /// <summary>What the bot sent to this conversation.</summary>
    public IEnumerable<string> Received => teams.Calls
        .Where(call => call.Path.Contains(conversation, StringComparison.Ordinal) || call.Body.Contains(conversation, StringComparison.Ordinal))
        .Select(call => call.Body);

    private Task<string> InvokeAsync(string person, string name, JsonObject value)
    {
        var invoke = Activity("invoke", person);
        invoke["name"] = name;
        invoke["value"] = value;
        invoke["replyToId"] = "1790000000001";
        return PostAsync(invoke);
    }

    private Task<string> PostAsync(JsonObject activity) => requests.SendAsync(
        HttpMethod.Post,
        "api/messages",
        new ByteArrayContent(Encoding.UTF8.GetBytes(activity.ToJsonString())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } });

    private JsonObject Activity(string kind, string person) => new()
    {
        ["type"] = kind,
        ["id"] = Interlocked.Increment(ref sent).ToString("D13", CultureInfo.InvariantCulture),
        ["channelId"] = "msteams",
        ["serviceUrl"] = teams.ServiceUrl,
        ["from"] = new JsonObject { ["id"] = $"29:{person}", ["name"] = person, ["aadObjectId"] = $"object-of-{person}" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Checklist" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = type, ["tenantId"] = tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
    };
}
