using System.Collections.Concurrent;
using System.Text;

namespace ChecklistBot.Tests.Platforms;

/// <summary>Sends requests to the bot and remembers which routes they took.</summary>
internal sealed class Requests(HttpClient http)
{
    /// <summary>As <c>METHOD /path</c>.</summary>
    public ConcurrentDictionary<string, byte> Taken { get; } = new();

    /// <summary>The status and the body of the answer.</summary>
    public async Task<string> SendAsync(HttpMethod method, string path, HttpContent? content = null, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        Taken[$"{method} {path.Split('?')[0]}"] = 0;
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return $"{(int)response.StatusCode} {response.Headers.Location} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
    }

    /// <summary>What an endless answer says until it has said <paramref name="last"/>, which <paramref name="provoke"/> brings about.</summary>
    public async Task<string> UntilAsync(string path, string last, Func<Task> provoke)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        Taken[$"GET {path.Split('?')[0]}"] = 0;
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        await provoke();
        var heard = new StringBuilder();
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            heard.AppendLine(line);
            if (line.Contains(last, StringComparison.Ordinal))
                return heard.ToString();
        }

        throw new InvalidOperationException($"The answer ended without {last}: {heard}");
    }
}
