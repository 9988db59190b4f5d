using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using ChecklistBot.Load.Measuring;
using ChecklistBot.Load.Platforms;

namespace ChecklistBot.Load.Play;

/// <summary>People of Teams, each of another tenant, with the bot in a personal chat. Every request carries a token that the bot checks.</summary>
internal sealed class TeamsPlayer(string program, PretendPlatforms platforms, HttpClient http) : IPlayer
{
    private const string AppId = "22222222-2222-4222-8222-222222222222";
    private const int MostTenants = 64;

    private readonly ConcurrentDictionary<int, string> tokens = new();
    private int sent;

    // Development allows the fixed token for what the bot sends; the web room, on by itself there, is switched off.
    public Launch Launch => new(
        program,
        [],
        new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Web__Enabled"] = "false",
            ["Teams__AppId"] = AppId,
            ["Teams__TenantId"] = Tenant(0),
            ["Teams__OpenIdMetadata"] = platforms.OpenIdMetadata,
            ["Teams__Token"] = "outbound",
            ["Teams__AllowedServiceHosts__0"] = platforms.ServiceUrl,
        }.Concat(Enumerable.Range(0, MostTenants).Select(tenant => KeyValuePair.Create($"Teams__AllowedTenants__{tenant}", Tenant(tenant))))
        .ToDictionary());

    public async Task<bool> GreetAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(address, 0, "a:greeting", Message("help"), cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task PlayAsync(Scenario scenario, Uri address, int user, int number, Latencies taps, CancellationToken cancellationToken)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"a:{number}");
        var chat = platforms.Open(id);
        await SendAsync(address, user, id, Message($"start Load {number}"), cancellationToken);
        var live = await chat.SeesAsync("the live card", sent => sent.IsPost && Shows(sent, Story.FirstCard), cancellationToken);
        var assessment = Story.AssessmentIn(live.Body);

        var card = live.Body;
        for (var answer = 0; answer < Story.Answers.Length; answer++)
        {
            await TapAsync("answer", Story.Answer(assessment, answer), Story.Answers[answer]);
            var shown = Story.AfterAnswer(answer + 1);
            Story.MustShow(card, shown);
            if (scenario.SeesEachCard)
                await chat.SeesAsync($"an edit with \"{shown}\"", sent => !sent.IsPost && Shows(sent, shown), cancellationToken);
        }

        await TapAsync("tap", Story.Finish(assessment), null);
        await chat.SeesAsync("the recommendation", sent => sent.IsPost && Shows(sent, Story.Recommended), cancellationToken);
        platforms.Close(id);

        async Task TapAsync(string verb, string action, (string Item, string Option)? option)
        {
            Story.MustShow(card, $"\"{action}\"");
            if (scenario.Thinks > TimeSpan.Zero)
                await Task.Delay(scenario.Thinks, cancellationToken);
            var begun = Stopwatch.GetTimestamp();
            card = await SendAsync(address, user, id, Press(live.MessageId, verb, action, option), cancellationToken);
            taps.Add(Stopwatch.GetElapsedTime(begun));
        }
    }

    private async Task<string> SendAsync(Uri address, int user, string chat, string what, CancellationToken cancellationToken)
    {
        var body = Activity(user, chat, what);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "api/messages"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", tokens.GetOrAdd(user, _ => platforms.Key.Token(AppId, platforms.ServiceUrl)));
        using var response = await http.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? answer
            : throw new LoadFailedException($"Teams' request got {(int)response.StatusCode}: {Story.Beginning(answer)}");
    }

    private static string Message(string text) => $$"""
        "type":"message","textFormat":"plain","text":"{{text}}",
        """;

    private static string Press(string message, string verb, string action, (string Item, string Option)? option) => $$"""
        "type":"invoke","name":"adaptiveCard/action","replyToId":"{{message}}",
        "value":{"action":{"type":"Action.Execute","verb":"{{verb}}","data":{"action":"{{action}}"{{(option is { } chosen
            ? $",\"item\":\"{chosen.Item}\",\"option\":\"{chosen.Option}\""
            : "")}} } },"trigger":"manual"},
        """;

    private string Activity(int user, string chat, string what) => $$"""
        { {{what}}
          "id":"f:{{Interlocked.Increment(ref sent)}}","timestamp":"2026-11-24T06:00:00.123Z","channelId":"msteams","serviceUrl":"{{platforms.ServiceUrl}}",
          "from":{"id":"29:1user{{user}}","name":"Ann {{user}}","aadObjectId":"aaaaaaaa-0000-4000-8000-{{user:d12}}"},
          "recipient":{"id":"28:{{AppId}}","name":"Checklist"},
          "conversation":{"id":"{{chat}}","conversationType":"personal","tenantId":"{{Tenant(user % MostTenants)}}"},
          "entities":[{"type":"clientInfo","locale":"en-GB","country":"GB","platform":"Web","timezone":"Europe/London"}],
          "channelData":{"tenant":{"id":"{{Tenant(user % MostTenants)}}"} },"locale":"en-GB","localTimezone":"Europe/London" }
        """;

    private static bool Shows(Outbound sent, string what) => sent.Body.Contains(what, StringComparison.Ordinal);

    private static string Tenant(int number) => string.Create(CultureInfo.InvariantCulture, $"11111111-1111-4111-8111-{number:d12}");
}
