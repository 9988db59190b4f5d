using System.Text.Json;

namespace ChecklistBot.Tests.Faults;

/// <summary>
/// A platform that keeps what really exists, and while it is not well answers half of all calls with a fault, having done what
/// was asked or not. It decides by its seed alone, and writes down who did not keep what it was told.
/// </summary>
internal sealed class UnreliablePlatform(int seed, IDialect dialect, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);
    private readonly Dictionary<string, (DateTimeOffset From, DateTimeOffset Until)> closed = [];
    private readonly List<KeptMessage> messages = [];
    private readonly List<(PlatformCall Call, DateTimeOffset At)> arrived = [];
    private readonly List<string> impatient = [];
    private int faults;

    public bool IsWell { get; set; }

    /// <summary>Whether also the outcome of a post may stay unknown, which the bot waits 30 s for.</summary>
    public bool LosesPosts { get; init; } = true;

    /// <summary>Calls that were sent before the answer to another was heard may still arrive for so long.</summary>
    public TimeSpan OnItsWay { get; init; }

    /// <summary>Everything that exists, in the order of posting.</summary>
    public IReadOnlyList<KeptMessage> Messages
    {
        get
        {
            lock (gate)
                return [.. messages];
        }
    }

    /// <summary>Every call, done or not.</summary>
    public IReadOnlyList<(PlatformCall Call, DateTimeOffset At)> Arrived
    {
        get
        {
            lock (gate)
                return [.. arrived];
        }
    }

    /// <summary>Calls that came before the end of a <c>Retry-After</c>.</summary>
    public IReadOnlyList<string> Impatient
    {
        get
        {
            lock (gate)
                return [.. impatient];
        }
    }

    public int Faults => faults;

    /// <summary>The number of the message that the bot is about to post, where the test sees that.</summary>
    public long Posting { get; set; }

    public PlatformAnswer Answer(string verb, string path, string body)
    {
        var parsed = Parse(body);
        lock (gate)
        {
            var call = dialect.Read(verb, path, parsed);
            var now = time.GetUtcNow();
            arrived.Add((call, now));
            if (closed.TryGetValue(call.Limit, out var wait) && now > wait.From + OnItsWay && now < wait.Until)
                impatient.Add($"{call.Verb} at {call.Limit}, {wait.Until - now} too early");
            if (IsWell || random.Next(2) == 0)
                return Do(call, path, parsed);
            faults++;
            return Fail(call, path, parsed, now);
        }
    }

    private PlatformAnswer Fail(PlatformCall call, string path, JsonElement body, DateTimeOffset now)
    {
        var kind = random.Next(9);
        if (kind is 0 or 1 || (call.Verb == PlatformVerb.Post && !LosesPosts))
        {
            var later = dialect.NotNow(random);
            if (later.RetryAfter is { } seconds)
                closed[call.Limit] = (now, now + TimeSpan.FromSeconds(seconds));
            return later;
        }

        // Where nothing or an error comes back, nobody can tell from it whether it was done.
        var isDone = kind >= 6 || random.Next(2) == 0;
        var done = isDone ? Do(call, path, body) : new PlatformAnswer(500, "{}");
        return kind switch
        {
            2 => new PlatformAnswer(500, "oh no", "text/plain"),
            3 => new PlatformAnswer(502, "<html>Bad gateway</html>", "text/html"),
            4 => done with { End = AnswerEnd.Silence },
            5 => done with { End = AnswerEnd.Reset },
            6 => done with { End = AnswerEnd.Cut },
            7 => done with { End = random.Next(2) == 0 ? AnswerEnd.Trickles : AnswerEnd.Endless },
            _ => done with { Body = "<html>Please sign in</html>", ContentType = "text/html" },
        };
    }

    private PlatformAnswer Do(PlatformCall call, string path, JsonElement body)
    {
        if (call.Verb == PlatformVerb.Post)
        {
            var posted = new KeptMessage(call.Conversation, dialect.Id(messages.Count + 1)) { Content = call.Content, Number = Posting };
            messages.Add(posted);
            return dialect.Done(call, posted.Id, path, body);
        }

        if (call.Verb == PlatformVerb.Ask)
            return dialect.Done(call, "", path, body);
        if (messages.Find(message => message.Conversation == call.Conversation && message.Id == call.MessageId) is not { } kept)
            return dialect.NoSuchMessage;
        if (call.Verb == PlatformVerb.Edit)
            kept.Content = call.Content;
        else
            kept.IsPinned = call.Verb == PlatformVerb.Pin;
        return dialect.Done(call, kept.Id, path, body);
    }

    /// <summary>JSON, or the fields of a form.</summary>
    private static JsonElement Parse(string body)
    {
        if (body.Length == 0)
            return default;
        if (body[0] != '{')
        {
            var fields = body.Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[^1]));
            return JsonSerializer.SerializeToElement(fields);
        }

        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }
}
