using System.Net;
using System.Text;
using System.Text.Json;
using ChecklistBot.Slack.Tests.Support;
using CsCheck;

namespace ChecklistBot.Slack.Tests.Turns;

/// <summary>Signed rubbish: what a broken or hostile sender could make of the real samples.</summary>
public sealed class MutatedPayloadTests
{
    private const int Mutations = 10_000;

    [Fact]
    public async Task Ten_thousand_mutated_payloads_get_a_calm_answer_and_never_a_500()
    {
        await using var house = await SlackHouse.StartAsync(prepare: slack => slack.Next("auth.test", """{"ok":true,"team_id":"T111","user_id":"U222"}"""));
        var seeds = Seeds();
        var random = new PCG(1, 20261124);
        var statuses = new Dictionary<HttpStatusCode, int>();
        for (var round = 0; round < Mutations; round++)
        {
            var (path, isForm, seed) = seeds[Below(random, seeds.Count)];
            var bytes = Mutate(Encoding.UTF8.GetBytes(seed), random);
            var (status, _) = await house.SendAsync(path, isForm ? [.. "payload="u8, .. WebUtility.UrlEncodeToBytes(bytes, 0, bytes.Length)!] : bytes);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.BadRequest], statuses.Keys.Order());
        // Both happen often, or the mutations test nothing.
        Assert.All(statuses.Values, count => Assert.InRange(count, Mutations / 20, Mutations));
    }

    [Fact]
    public async Task Every_member_of_every_sample_replaced_by_every_kind_of_value_gets_a_calm_answer()
    {
        await using var house = await SlackHouse.StartAsync();
        foreach (var (path, isForm, seed) in Seeds().Where(seed => seed.Seed.StartsWith('{')))
        {
            foreach (var replaced in EachMemberReplaced(seed))
            {
                var (status, _) = await house.SendAsync(path, isForm ? "payload=" + Uri.EscapeDataString(replaced) : replaced);
                Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, replaced);
            }
        }
    }

    private static List<(string Path, bool IsForm, string Seed)> Seeds() =>
    [
        .. ReferenceData.SampleNames().Select(name => name switch
        {
            _ when name.StartsWith("event.", StringComparison.Ordinal) => ("/slack/events", false, ReferenceData.Sample(name)),
            _ when name.StartsWith("interactive.", StringComparison.Ordinal) => ("/slack/interactions", true, ReferenceData.Sample(name)),
            _ when name.StartsWith("slash.", StringComparison.Ordinal) => ("/slack/commands", false, ReferenceData.Sample(name)),
            _ => ("", false, ""),
        }).Where(seed => seed.Item1.Length > 0),
    ];

    private static byte[] Mutate(byte[] bytes, PCG random)
    {
        for (var change = 1 + Below(random, 3); change > 0 && bytes.Length > 1; change--)
        {
            var at = Below(random, bytes.Length);
            var length = 1 + Below(random, Math.Min(39, bytes.Length - at));
            bytes = Below(random, 6) switch
            {
                0 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + length)..]],
                1 => [.. bytes[..at], (byte)Below(random, 256), .. bytes[at..]],
                2 => [.. bytes[..at], (byte)Below(random, 256), .. bytes[(at + 1)..]],
                3 => [.. bytes[..Math.Min(bytes.Length, at + length)], .. bytes[at..]],
                4 => [.. bytes[..at], .. Token(random), .. bytes[at..]],
                _ => bytes[..Math.Max(1, at)],
            };
        }

        return bytes;
    }

    private static int Below(PCG random, int most) => (int)random.Next((uint)most);

    private static byte[] Token(PCG random) => Below(random, 8) switch
    {
        0 => "null"u8.ToArray(),
        1 => "\"\\ud800\""u8.ToArray(),
        2 => "1e999"u8.ToArray(),
        3 => "{\"type\":\"x\"}"u8.ToArray(),
        4 => "[[[[[[[["u8.ToArray(),
        5 => "&ssl_check=0&payload={}"u8.ToArray(),
        6 => "\\u0000"u8.ToArray(),
        _ => "<!channel>"u8.ToArray(),
    };

    private static IEnumerable<string> EachMemberReplaced(string json)
    {
        using var document = JsonDocument.Parse(json);
        var places = new List<string>();
        Collect(document.RootElement, places);
        foreach (var value in new[] { "null", "5", "\"\"", "\"\\ud800\"", "[]", "{}", "true", "[null]", "\"a b\"" })
        {
            foreach (var place in places.Distinct())
            {
                var at = json.IndexOf(place, StringComparison.Ordinal);
                yield return json[..at] + place[..(place.IndexOf(':', StringComparison.Ordinal) + 1)] + value + json[(at + place.Length)..];
            }
        }
    }

    /// <summary>Each member as it stands in the text: name, colon, value.</summary>
    private static void Collect(JsonElement element, List<string> places)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, places);
        }

        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in element.EnumerateObject())
        {
            places.Add(member.ToString());
            Collect(member.Value, places);
        }
    }
}
