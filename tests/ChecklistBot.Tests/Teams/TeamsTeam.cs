using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Teams;

/// <summary>
/// Six people of a tenant, Microsoft's playground as their client, and the real binary. The playground types as Ann only and has no
/// dialogs, so what others type, and every dialog, goes to the bot from here, shaped as the playground shapes what Ann does.
/// </summary>
internal sealed class TeamsTeam : IAsyncDisposable
{
    private int sent;

    private TeamsTeam(BotProcess bot, Playground playground) => (Bot, Playground) = (bot, playground);

    public BotProcess Bot { get; }

    public Playground Playground { get; }

    public static async Task<TeamsTeam> StartAsync()
    {
        var program = Playground.Program();
        var bot = await BotProcess.StartAsync(new BotOptions { Settings = { ["Teams:Authentication"] = "none" } });
        return new TeamsTeam(bot, await Playground.StartAsync(program, bot.Address));
    }

    /// <summary>The power fails, and comes back.</summary>
    public async Task RestartAsync()
    {
        await Bot.KillAsync();
        await Bot.StartAgainAsync();
    }

    /// <summary><c>@Checklist WORDS</c> in a group or a thread, or plain words in the personal chat.</summary>
    public async Task SaysAsync(string person, string words, string conversation)
    {
        var activity = Activity(person, conversation);
        var isPersonal = conversation == Playground.Personal;
        activity["type"] = "message";
        activity["textFormat"] = "plain";
        activity["text"] = isPersonal ? words : $"<at>Checklist</at> {words}";
        if (!isPersonal)
        {
            activity["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["mentioned"] = new JsonObject { ["id"] = Playground.Bot, ["name"] = "Checklist" },
                ["text"] = "<at>Checklist</at>",
            });
        }

        await PostAsync(activity);
    }

    /// <summary>Presses a button of a message as it stands, found by the beginning of its words.</summary>
    public Task<JsonElement> TapsAsync(string person, TeamsMessage message, string button) =>
        Playground.InvokeAsync(person, message, Press(message.Button(button)));

    /// <summary>The same press without the playground between.</summary>
    public Task<JsonElement> TapsDirectlyAsync(string person, TeamsMessage message, string button) =>
        InvokeAsync("adaptiveCard/action", person, message, Press(message.Button(button)));

    /// <summary>Presses <c>Answer all</c>, ticks options by their words, and saves.</summary>
    public async Task AnswersAllAsync(string person, TeamsMessage message, params (string Item, string Option)[] answers)
    {
        var opened = await InvokeAsync("task/fetch", person, message, new JsonObject
        {
            ["data"] = JsonNode.Parse(message.Button("Answer all").GetProperty("data").GetRawText()),
            ["context"] = new JsonObject { ["theme"] = "default" },
        });
        var task = opened.GetProperty("task");
        Assert.Equal("continue", task.GetProperty("type").GetString());
        var card = task.GetProperty("value").GetProperty("card").GetProperty("content");
        var form = card.GetProperty("body").EnumerateArray().ToList();
        var data = JsonNode.Parse(new TeamsMessage(message.Conversation, message.Id, card).Button("Save").GetProperty("data").GetRawText())!.AsObject();
        foreach (var input in form.Where(element => element.GetProperty("type").GetString() == "Input.ChoiceSet"))
        {
            var id = input.GetProperty("id").GetString()!;
            var ticked = answers.FirstOrDefault(answer => input.GetProperty("label").GetString()!.StartsWith(answer.Item, StringComparison.Ordinal));
            data[id] = ticked == default
                ? input.TryGetProperty("value", out var own) ? own.GetString() : ""
                : input.GetProperty("choices").EnumerateArray()
                    .Single(choice => choice.GetProperty("title").GetString()!.StartsWith(ticked.Option, StringComparison.Ordinal))
                    .GetProperty("value").GetString();
        }

        await InvokeAsync("task/submit", person, message, new JsonObject { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } });
    }

    /// <summary>The messages of a chat or channel, threads included, as people see them, oldest first.</summary>
    public IReadOnlyList<TeamsMessage> In(string conversation) =>
        [.. Playground.Messages.Where(message => message.Conversation.StartsWith(conversation, StringComparison.Ordinal))];

    /// <summary>Waits until a message there says all of this, and returns the newest that does.</summary>
    public async Task<TeamsMessage> SeesAsync(string conversation, params string[] words)
    {
        TeamsMessage? found = null;
        try
        {
            await Patience.UntilAsync(() => (found = In(conversation).LastOrDefault(message => words.All(message.Says))) is not null);
        }
        catch (TaskCanceledException)
        {
            Assert.Fail($"Nobody sees {string.Join(", ", words)} in:\n{string.Join("\n---\n", In(conversation).Select(message => message.Everything))}");
        }

        return found!;
    }

    public async ValueTask DisposeAsync()
    {
        await Playground.DisposeAsync();
        await Bot.DisposeAsync();
    }

    private async Task<JsonElement> InvokeAsync(string name, string person, TeamsMessage message, JsonNode value)
    {
        var activity = Activity(person, message.Conversation);
        activity["type"] = "invoke";
        activity["name"] = name;
        activity["replyToId"] = message.Id;
        activity["value"] = value;
        var answer = await PostAsync(activity);
        if (answer.Length == 0)
            return default;
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.Clone();
    }

    private async Task<byte[]> PostAsync(JsonObject activity)
    {
        using var response = await Bot.Http.PostAsJsonAsync(new Uri("api/messages", UriKind.Relative), activity, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static JsonObject Press(JsonElement button) => new()
    {
        ["action"] = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["id"] = "",
            ["verb"] = button.GetProperty("verb").GetString(),
            ["title"] = button.GetProperty("title").GetString(),
            ["data"] = JsonNode.Parse(button.GetProperty("data").GetRawText()),
        },
        ["trigger"] = "manual",
    };

    private JsonObject Activity(string person, string conversation)
    {
        var isChannel = conversation.StartsWith(Playground.Channel, StringComparison.Ordinal);
        var activity = new JsonObject
        {
            ["id"] = $"f:{person}-{Interlocked.Increment(ref sent)}",
            ["timestamp"] = DateTimeOffset.UtcNow.ToString("O"),
            ["channelId"] = "msteams",
            ["serviceUrl"] = Playground.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = person, ["name"] = char.ToUpperInvariant(person[0]) + person[1..], ["aadObjectId"] = person[..1] },
            ["recipient"] = new JsonObject { ["id"] = Playground.Bot, ["name"] = "Checklist" },
            ["conversation"] = new JsonObject
            {
                ["id"] = conversation,
                ["tenantId"] = Playground.Tenant,
                ["conversationType"] = isChannel ? "channel" : conversation == Playground.Group ? "groupChat" : "personal",
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Playground.Tenant } },
        };
        if (conversation != Playground.Personal)
            activity["conversation"]!["isGroup"] = true;
        if (isChannel)
        {
            activity["channelData"]!["team"] = new JsonObject { ["id"] = Playground.Channel };
            activity["channelData"]!["channel"] = new JsonObject { ["id"] = Playground.Channel };
        }

        return activity;
    }
}
