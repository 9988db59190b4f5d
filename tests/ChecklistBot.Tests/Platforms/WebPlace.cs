using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Tests.Platforms;

/// <summary>A room of the web channel.</summary>
internal sealed class WebPlace(Requests requests, string room) : IPlace
{
    private int looks;

    public string Name => $"the room {room}";

    public ConversationKey Key => new("web", "local", room);

    public Task<string> SayAsync(string person, string text) => PostAsync("say", person, ("text", text));

    public async Task<string> PressAsync(string person, string action) =>
        await PostAsync("tap", person, ("action", action)) + await PostAsync("tap", person, ("action", action), ("input", "Taken over"));

    public async Task<string> FillAsync(string person, string action, IReadOnlyDictionary<string, string> answers)
    {
        var form = await requests.SendAsync(HttpMethod.Get, $"form?{Query(person)}&action={Uri.EscapeDataString(action)}");
        var head = await requests.SendAsync(HttpMethod.Head, $"form?{Query(person)}&action={Uri.EscapeDataString(action)}");
        return form + head + await PostAsync("answers", person, [("action", action), .. answers.Select(answer => ($"answer.{answer.Key}", answer.Value))]);
    }

    public async Task<string> LookAsync(string person)
    {
        var seen = await requests.SendAsync(HttpMethod.Get, $"?{Query(person)}") + await requests.SendAsync(HttpMethod.Head, $"?{Query(person)}");
        var last = $"look-{++looks}-of-{person}";
        seen += await requests.UntilAsync($"events?{Query(person)}&after=0", last, () => SayAsync(person, last));

        // Documents are numbered within a room, so the numbers of another room's can be guessed.
        for (var message = 1; message <= 12; message++)
        {
            seen += await requests.SendAsync(HttpMethod.Get, $"document?{Query(person)}&message={message}&part=0");
            seen += await requests.SendAsync(HttpMethod.Head, $"document?{Query(person)}&message={message}&part=0");
        }

        return seen;
    }

    public Task<string> PostAsync(string route, string person, params IEnumerable<(string Name, string Value)> fields) => requests.SendAsync(
        HttpMethod.Post,
        route,
        new FormUrlEncodedContent([
            new("who", person), new("room", room), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
        ]));

    private string Query(string person) => $"room={room}&who={Uri.EscapeDataString(person)}";
}
