using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChecklistBot.Load.Measuring;
using ChecklistBot.Load.Platforms;

namespace ChecklistBot.Load.Play;

/// <summary>The same number of requests, with the same bodies, to a program that does only what no bot can do without.</summary>
internal sealed class FloorPlayer(string program, PretendPlatforms platforms, HttpClient http) : IPlayer
{
    private const int Requests = 7;

    private int sent;

    public Launch Launch => new(program, [platforms.FloorTarget, "floor.db"], new Dictionary<string, string>());

    public async Task<bool> GreetAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(address, 0, "greeting", cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task PlayAsync(Scenario scenario, Uri address, int user, int number, Latencies taps, CancellationToken cancellationToken)
    {
        var chat = string.Create(CultureInfo.InvariantCulture, $"a:{number}");
        for (var request = 0; request < Requests; request++)
        {
            if (scenario.Thinks > TimeSpan.Zero)
                await Task.Delay(scenario.Thinks, cancellationToken);
            var begun = Stopwatch.GetTimestamp();
            await SendAsync(address, user, chat, cancellationToken);
            if (request > 0)
                taps.Add(Stopwatch.GetElapsedTime(begun));
        }
    }

    private async Task SendAsync(Uri address, int user, string chat, CancellationToken cancellationToken)
    {
        using var body = new StringContent(
            $$"""
            { "type":"invoke","name":"adaptiveCard/action","replyToId":"1790000000001",
              "value":{"action":{"type":"Action.Execute","verb":"answer","data":{"action":"a~AAAAAAAAAAAAAAAAAAAAAA~frequency~real-time","item":"frequency","option":"real-time"} },"trigger":"manual"},
              "id":"f:{{Interlocked.Increment(ref sent)}}","timestamp":"2026-11-24T06:00:00.123Z","channelId":"msteams","serviceUrl":"{{platforms.ServiceUrl}}",
              "from":{"id":"29:1user{{user}}","name":"Ann {{user}}","aadObjectId":"aaaaaaaa-0000-4000-8000-{{user:d12}}"},
              "recipient":{"id":"28:22222222-2222-4222-8222-222222222222","name":"Checklist"},
              "conversation":{"id":"{{chat}}","conversationType":"personal","tenantId":"11111111-1111-4111-8111-{{user:d12}}"},
              "entities":[{"type":"clientInfo","locale":"en-GB","country":"GB","platform":"Web","timezone":"Europe/London"}],
              "channelData":{"tenant":{"id":"11111111-1111-4111-8111-{{user:d12}}"} },"locale":"en-GB","localTimezone":"Europe/London" }
            """,
            Encoding.UTF8,
            "application/json");
        using var response = await http.PostAsync(address, body, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new LoadFailedException($"The floor answered {(int)response.StatusCode}.");
    }
}
