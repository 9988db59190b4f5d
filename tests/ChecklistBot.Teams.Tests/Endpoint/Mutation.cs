using System.Text;
using System.Text.Json.Nodes;

namespace ChecklistBot.Teams.Tests.Endpoint;

/// <summary>Damages activities in the ways that senders, networks and attackers do.</summary>
internal static class Mutation
{
    private static readonly string[] Texts =
    [
        "", " ", "..", "message", "invoke", "messageUpdate", "conversationUpdate", "installationUpdate", "add", "task/fetch", "task/submit",
        "adaptiveCard/action", "msteams", "\u0000", "\u202e", "<at>x</at>", "</at><at>", "19:x@thread.tacv2;messageid=", ";messageid=1",
        "https://evil.example/", "http://127.0.0.1:1/", "\ud83d\udc69\u200d\ud83d\udc67", "null", "${7*7}", "' or 1=1 --", "../../etc/passwd", "%2e%2e",
        new('a', 5000),
    ];

    public static string Text(Random random) => Texts[random.Next(Texts.Length)];

    public static byte[] Apply(JsonObject activity, Random random)
    {
        for (var changes = random.Next(1, 6); changes > 0; changes--) Change(activity, random);
        var bytes = Encoding.UTF8.GetBytes(activity.ToJsonString());
        return random.Next(5) switch
        {
            0 => Damage(bytes, random),
            1 => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\\u200d", "\\ud800", StringComparison.OrdinalIgnoreCase)),
            _ => bytes,
        };
    }

    private static void Change(JsonObject activity, Random random)
    {
        var holders = Holders(activity).ToList();
        var holder = holders[random.Next(holders.Count)];
        if (holder is JsonObject element && element.Count > 0)
        {
            var name = element.ElementAt(random.Next(element.Count)).Key;
            if (random.Next(4) == 0) element.Remove(name);
            else element[name] = Value(random, 0);
        }
        else if (holder is JsonArray { Count: < 50 } array)
        {
            array.Add(Value(random, 0));
        }
    }

    private static JsonNode? Value(Random random, int depth) => random.Next(depth > 3 ? 6 : 9) switch
    {
        0 => null,
        1 => random.Next() - (int.MaxValue / 2),
        2 => 1e308,
        3 => random.Next(2) == 0,
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1))]),
        7 => new JsonObject { [Text(random)] = Value(random, depth + 1) },
        8 => new JsonObject { ["id"] = Text(random), ["type"] = Text(random), ["text"] = Text(random), ["data"] = Value(random, depth + 1) },
        _ => Text(random),
    };

    private static byte[] Damage(byte[] bytes, Random random)
    {
        if (random.Next(2) == 0) return bytes[..random.Next(bytes.Length)];
        for (var flips = random.Next(1, 5); flips > 0; flips--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static IEnumerable<JsonNode> Holders(JsonNode? node) => node switch
    {
        JsonObject element => [element, .. element.SelectMany(member => Holders(member.Value))],
        JsonArray array => [array, .. array.SelectMany(Holders)],
        _ => [],
    };
}
