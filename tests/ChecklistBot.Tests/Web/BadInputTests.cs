using System.Net;
using System.Text;
using AngleSharp.Dom;
using CsCheck;

namespace ChecklistBot.Tests.Web;

/// <summary>Whatever comes in over HTTP: a clear sentence, nothing broken, nothing lost, never a 500.</summary>
[Trait("starts", "the binary")]
public sealed class BadInputTests(SharedBot shared) : IAsyncLifetime
{
    private Caller _room = null!;
    private string _before = "";

    public async ValueTask InitializeAsync()
    {
        _room = await Caller.OpenAsync(shared);
        await _room.SaysAsync("Ann", "start CRM to accounting");
        await _room.SaysAsync("Ben", "2b");
        _before = await LookAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("say")]
    [InlineData("tap")]
    [InlineData("answers")]
    [InlineData("sign-in")]
    public async Task An_oversized_body_is_refused(string route)
    {
        var answer = await _room.PostAsync(route, _room.Fields("Ann", ("text", new string('x', 400_000))));

        await RefusedAsync(answer, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task An_oversized_body_whose_length_is_not_told_is_refused()
    {
        var request = Post("say", new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes("who=Ann&text=" + new string('x', 400_000)))), "application/x-www-form-urlencoded");
        request.Headers.TransferEncodingChunked = true;

        await RefusedAsync(await _room.SendAsync(request), HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("launch-rockets")]
    [InlineData("a~AAAAAAAAAAAAAAAAAAAAAA~frequency~hourly")]
    [InlineData("a~~~")]
    [InlineData("~")]
    [InlineData("undo~AAAAAAAAAAAAAAAAAAAAAA~-1")]
    [InlineData("say~AAAAAAAAAAAAAAAAAAAAAA~!!!")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("")]
    public async Task An_unknown_action_is_refused(string action)
    {
        await RefusedAsync(await _room.PostAsync("tap", _room.Fields("Ann", ("action", action))), HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("frequency", "sometimes")]
    [InlineData("weather", "sunny")]
    public async Task An_option_or_item_that_does_not_exist_is_refused(string item, string option)
    {
        var action = Caller.Action(await _room.PageAsync(), "frequency", "hourly").Replace("frequency~hourly", $"{item}~{option}", StringComparison.Ordinal);

        var answer = await _room.PostAsync("tap", _room.Fields("Ann", ("action", action)));

        // Told in the room too: with an old card of a checklist that has changed since it is no damaged form.
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("not on the checklist", answer.Sentence, StringComparison.Ordinal);
        Assert.Contains("not on the checklist", Caller.Card(await _room.PageAsync(), "reply").Text(), StringComparison.Ordinal);
        Assert.Contains("1 of 6 answered", Caller.Card(await _room.PageAsync(), "live").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_of_another_room_is_refused_and_changes_neither_room()
    {
        var other = await Caller.OpenAsync(shared);
        await other.SaysAsync("Chi", "start Secret plans");
        var action = Caller.Action(await other.PageAsync(), "frequency", "hourly");

        var answer = await _room.PostAsync("tap", _room.Fields("Ann", ("action", action)));

        await RefusedAsync(answer, HttpStatusCode.BadRequest);
        Assert.Contains("another conversation", answer.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", answer.Body, StringComparison.Ordinal);
        Assert.Contains("0 of 6 answered", Caller.Card(await other.PageAsync(), "live").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tap_on_an_old_a_cancelled_or_a_finished_card_is_answered_in_words()
    {
        var action = Caller.Action(await _room.PageAsync(), "frequency", "hourly");

        await _room.SaysAsync("Ann", "status");
        await _room.TapsAsync("Ann", action);
        Assert.Contains("Moves every hour: Ann", Caller.Card(await _room.PageAsync(), "live").Text(), StringComparison.Ordinal);

        await _room.SaysAsync("Ann", "cancel");
        await _room.TapsAsync("Chi", action);
        Assert.Contains("cancelled", Caller.Card(await _room.PageAsync(), "reply").Text(), StringComparison.Ordinal);

        await _room.SaysAsync("Ann", "reopen");
        await _room.SaysAsync("Ann", "3a 5a 6a");
        await _room.SaysAsync("Ann", "finish");
        await _room.TapsAsync("Chi", action);
        var page = await _room.PageAsync();
        Assert.Contains("finished", Caller.Card(page, "reply").Text(), StringComparison.Ordinal);
        Assert.Equal("lightweight-connector", Caller.Card(page, "recommendation").GetAttribute("data-path"));
    }

    [Fact]
    public async Task A_title_of_10_000_characters_with_controls_markup_and_right_to_left_marks_is_cut_and_harmless()
    {
        const string Unit = "\u0007\u202E<img src=x onerror=alert(1)>&amp;\u0000\u2066\"'👩‍👩‍👧";
        var title = string.Concat(Enumerable.Repeat(Unit, 10_000 / Unit.Length + 1));

        await _room.SaysAsync("Ann", "start " + title);

        var page = await _room.PageAsync();
        var heading = Caller.Card(page, "live").QuerySelector("h3")!.Text();
        Assert.StartsWith("#2 <img src=x onerror=alert(1)>", heading, StringComparison.Ordinal);
        Assert.InRange(heading.Length, 60, 160);
        Assert.DoesNotContain(heading, character => char.IsControl(character) || character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069');
        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.Contains("cut", Caller.Card(page, "reply").Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "not an origin")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "127.0.0.1:1")]
    public async Task A_form_from_another_site_or_for_another_host_gets_403(string header, string value)
    {
        foreach (var route in (string[])["say", "tap", "answers", "sign-in"])
        {
            var request = Post(route, new FormUrlEncodedContent(_room.Fields("Ann", ("text", "cancel"))));
            request.Headers.TryAddWithoutValidation(header, value);

            await RefusedAsync(await _room.SendAsync(request), HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [InlineData("", "Ann")]
    [InlineData("who=", "")]
    [InlineData("who=%20%09", "")]
    [InlineData("who=%E2%80%AE", "")]
    [InlineData("who=a%00b", "")]
    [InlineData("who=Ann&room=no%20such%20room", "")]
    [InlineData("who=Ann&room=../../etc", "")]
    public async Task A_missing_or_impossible_name_or_room_is_refused(string fields, string _)
    {
        var body = $"{fields}&text=help{(fields.Contains("room=", StringComparison.Ordinal) ? "" : $"&room={_room.Room}")}";

        var answer = await _room.SendAsync(Post("say", new StringContent(body), "application/x-www-form-urlencoded"));

        await RefusedAsync(answer, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_name_or_room_that_is_too_long_is_refused()
    {
        await RefusedAsync(await _room.PostAsync("say", _room.Fields(new string('x', 1_000), ("text", "help"))), HttpStatusCode.BadRequest);
        var far = new Caller(await shared.StartedAsync(), new string('r', 1_000));
        await RefusedAsync(await far.PostAsync("say", far.Fields("Ann", ("text", "help"))), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Words_that_say_nothing_are_refused()
    {
        await RefusedAsync(await _room.PostAsync("say", _room.Fields("Ann", ("text", " \t\n "))), HttpStatusCode.BadRequest);
        await RefusedAsync(await _room.PostAsync("say", _room.Fields("Ann", ("txet", "help"))), HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("application/json", """{"who":"Ann","text":"cancel"}""")]
    [InlineData("text/plain", "who=Ann&text=cancel")]
    [InlineData("multipart/form-data", "who=Ann&text=cancel")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"who\"\r\n\r\nAnn")]
    [InlineData("nonsense", "who=Ann&text=cancel")]
    public async Task A_body_that_is_no_form_is_refused(string type, string body)
    {
        await RefusedAsync(await _room.SendAsync(Post("say", new StringContent(body), type)), HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("PUT", "say")]
    [InlineData("DELETE", "tap")]
    [InlineData("GET", "say")]
    [InlineData("POST", "events")]
    [InlineData("POST", "")]
    public async Task A_wrong_method_is_refused(string method, string route)
    {
        var answer = await _room.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(route, UriKind.Relative)));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal(_before, await LookAsync());
    }

    [Theory]
    [InlineData("?room=%00")]
    [InlineData("?room=main&who=%FF%FE")]
    [InlineData("events?room=%2e%2e")]
    [InlineData("form?room=main&who=Ann&action=%0d%0aSet-Cookie:%20x")]
    [InlineData("form?action=all~AAAAAAAAAAAAAAAAAAAAAA&room=main&who=Ann")]
    [InlineData("document?room=main&message=-1&part=99999999999999999999")]
    [InlineData("no/such/page")]
    public async Task A_wrong_address_is_answered_in_words_and_never_a_500(string address)
    {
        var answer = await _room.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)));

        Assert.InRange((int)answer.Status, 200, 499);
        Assert.Equal(_before, await LookAsync());
    }

    [Fact]
    public async Task Random_bytes_as_forms_never_break_anything()
    {
        var bodies = Gen.Frequency((1, Gen.Byte.Array[0, 400]), (2, Fields.Select(Encoding.UTF8.GetBytes)));
        await Gen.Select(Gen.OneOf("say", "tap", "answers", "sign-in"), Gen.OneOf("application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "text/html"), bodies)
            .SampleAsync(
                async (route, type, body) =>
                {
                    var answer = await _room.SendAsync(Post(route, new ByteArrayContent(body), type));
                    Assert.InRange((int)answer.Status, 300, 499);
                    Assert.True(answer.Status == HttpStatusCode.SeeOther || answer.Sentence.Length > 0, $"{answer.Status} without a sentence.");
                },
                seed: "0000KOVOlTN3",
                iter: 400,
                threads: 1);

        Assert.Equal(_before, await LookAsync());
        var bot = await shared.StartedAsync();
        Assert.DoesNotContain("failed unexpectedly", bot.Output, StringComparison.Ordinal);
    }

    /// <summary>Almost forms: the right names with anything behind them, in rooms of their own.</summary>
    private static Gen<string> Fields { get; } = Gen.Select(
        Gen.OneOf("who=Ann", "who=", "who=%zz", "who=%F0%9F", "who=Ann&who=Ben", "&&&=", "%00=1"),
        Gen.OneOf("room=bytes", "room=%2F", "room", "room=a%20b", ""),
        Gen.OneOf("text=", "action=", "answer.frequency=", "key=", "back=", "token="),
        Gen.String[0, 60],
        (who, room, field, value) => $"{who}&{room}&{field}{value}");

    private static HttpRequestMessage Post(string route, HttpContent content, string? type = null)
    {
        if (type is not null)
        {
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return new HttpRequestMessage(HttpMethod.Post, new Uri(route, UriKind.Relative)) { Content = content };
    }

    /// <summary>The answer is a sentence, and the room is as it was.</summary>
    private async Task RefusedAsync(Answer answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.Status);
        Assert.Matches("^[A-Z].{10,}[.?]$", answer.Sentence);
        Assert.Equal(_before, await LookAsync());
    }

    private async Task<string> LookAsync()
    {
        var messages = (await _room.PageAsync()).GetElementById("messages")!;
        foreach (var token in messages.QuerySelectorAll("[name=token]"))
            token.Remove();
        return messages.InnerHtml;
    }
}
