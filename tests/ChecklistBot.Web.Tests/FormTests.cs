using System.Net;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Web.Tests;

public sealed class FormTests : IAsyncLifetime
{
    private RoomServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await RoomServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Words_become_a_turn_of_the_one_who_said_them_and_the_page_comes_back()
    {
        using var answer = await server.PostAsync("/say", ("who", " Ann "), ("text", "start CRM to accounting"), ("room", "sales"), ("token", "t1"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/?room=sales&who=Ann", answer.Headers.Location?.OriginalString);
        var turn = Assert.Single(server.Turns.Turns);
        Assert.Equal(new ConversationKey("web", "local", "sales"), turn.Conversation.Key);
        Assert.Equal(ConversationKind.Channel, turn.Conversation.Kind);
        Assert.Equal(new PersonReference("sales/ann", "Ann"), turn.Person);
        Assert.Equal(new Said("start CRM to accounting"), turn.Utterance);
        Assert.Equal("web:sales:ann\nt1:start CRM to accounting", turn.DedupeKey);
        Assert.Equal(ReplyPlacement.InConversation, turn.Replies);
        Assert.True(turn.KeepWords);
    }

    [Fact]
    public async Task Without_a_room_it_is_the_main_one_and_without_a_token_every_post_is_a_turn_of_its_own()
    {
        using var answer = await server.PostAsync("/say", ("who", "Zoë & Co"), ("text", "help"));
        Assert.Equal("/?room=main&who=Zo%C3%AB%20%26%20Co", answer.Headers.Location?.OriginalString);
        var turn = Assert.Single(server.Turns.Turns);
        Assert.Equal("main", turn.Conversation.Key.Id);
        Assert.Equal("main/zoë & co", turn.Person.Id);
        Assert.Null(turn.DedupeKey);
    }

    [Fact]
    public async Task A_tap_carries_its_action_unchanged_and_its_typed_text_beside_it()
    {
        using var plain = await server.PostAsync("/tap", ("who", "Ben"), ("action", "answer:3:delay:hours"), ("room", "main"), ("token", "t2"));
        using var typed = await server.PostAsync("/tap", ("who", "Ben"), ("action", "rename:3"), ("room", "main"), ("input", "New <title>"));
        Assert.Equal(HttpStatusCode.SeeOther, plain.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, typed.StatusCode);
        Assert.Equal([new Tapped("answer:3:delay:hours"), new Tapped("rename:3", Input: "New <title>")], server.Turns.Turns.Select(static t => t.Utterance));
        Assert.Equal("web:main:ben\nt2:answer:3:delay:hours", server.Turns.Turns.First().DedupeKey);
    }

    [Fact]
    public async Task A_form_sent_as_multipart_is_read_as_well()
    {
        using var content = new MultipartFormDataContent { { new StringContent("Ann"), "who" }, { new StringContent("help"), "text" } };
        using var answer = await server.Client.PostAsync(server.At("/say"), content, Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(new Said("help"), Assert.Single(server.Turns.Turns).Utterance);
    }

    [Theory]
    [InlineData("/say", "", "Say who you are")]
    [InlineData("/tap", "", "Say who you are")]
    [InlineData("/answers", "", "Say who you are")]
    [InlineData("/say", "12345678901234567890123456789012345678901", "That name does not work")]
    [InlineData("/say", "a\u0007b", "That name does not work")]
    [InlineData("/say", "\u200B\u202E", "That name does not work")]
    [InlineData("/say", "\u3164", "That name does not work")]
    [InlineData("/say", "\u2800\uFFA0\u115F", "That name does not work")]
    [InlineData("/say", "\uE000\uFFFD", "That name does not work")]
    [InlineData("/say", "   ", "Say who you are")]
    public async Task A_name_that_is_none_is_refused_with_a_sentence_on_the_page_and_the_words_are_kept(string path, string who, string sentence)
    {
        using var answer = await server.PostAsync(path, ("who", who), ("text", "start my long title"), ("action", "next:3"));
        var page = await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, sentence);
        if (path == "/say")
        {
            Assert.Contains("name=\"text\" value=\"start my long title\"", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("../etc")]
    [InlineData("café")]
    [InlineData("12345678901234567890123456789012345678901")]
    [InlineData("<b>")]
    public async Task A_room_name_that_is_none_is_refused_on_every_route(string room)
    {
        var query = $"?room={Uri.EscapeDataString(room)}&who=Ann&action=a&message=1";
        foreach (var path in new[] { "/", "/events", "/form", "/document" })
        {
            using var seen = await server.GetAsync(path + query);
            await AssertRefusedAsync(seen, HttpStatusCode.BadRequest, "That room name does not work");
        }

        using var said = await server.PostAsync("/say", ("who", "Ann"), ("text", "help"), ("room", room));
        await AssertRefusedAsync(said, HttpStatusCode.BadRequest, "That room name does not work");
        using var tapped = await server.PostAsync("/tap", ("who", "Ann"), ("action", "a"), ("room", room));
        await AssertRefusedAsync(tapped, HttpStatusCode.BadRequest, "That room name does not work");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    public async Task Nothing_said_is_refused(string text)
    {
        using var answer = await server.PostAsync("/say", ("who", "Ann"), ("text", text));
        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "Type something first");
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("ünknown")]
    [InlineData("a\u0000b")]
    public async Task An_action_that_no_button_can_carry_is_refused(string action)
    {
        using var answer = await server.PostAsync("/tap", ("who", "Ann"), ("action", action));
        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "No card of this room has that button");
    }

    [Fact]
    public async Task An_action_longer_than_any_is_refused()
    {
        using var answer = await server.PostAsync("/tap", ("who", "Ann"), ("action", new string('a', 601)));
        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "No card of this room has that button");
    }

    [Fact]
    public async Task A_tap_that_the_core_does_not_understand_is_refused_with_its_sentence()
    {
        server.Turns.Answer = static _ => FakeTurns.Refusal(TurnStatus.NotUnderstood, "That card is <gone>.");
        using var answer = await server.PostAsync("/tap", ("who", "Ann"), ("action", "next:9"));
        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "That card is &lt;gone&gt;.");
    }

    [Fact]
    public async Task Words_that_are_not_understood_are_answered_in_the_room_and_no_failure()
    {
        server.Turns.Answer = static _ => FakeTurns.Refusal(TurnStatus.NotUnderstood, "Did you mean start?", isMessage: true);
        using var answer = await server.PostAsync("/say", ("who", "Ann"), ("text", "strat"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Theory]
    [InlineData(TurnStatus.Refused)]
    [InlineData(TurnStatus.Asked)]
    public async Task A_reply_that_no_message_of_the_room_shows_is_shown_on_the_page(TurnStatus status)
    {
        server.Turns.Answer = _ => FakeTurns.Refusal(status, "Nothing to undo.");
        using var answer = await server.PostAsync("/tap", ("who", "Ann"), ("action", "undo:3"));
        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "Nothing to undo.");
    }

    [Fact]
    public async Task When_nothing_can_be_kept_the_page_says_so_and_gives_the_words_back()
    {
        server.Turns.Answer = static _ => throw new StorageUnavailableException("The disk is full.");
        using var said = await server.PostAsync("/say", ("who", "Ann"), ("text", "start \"CRM\""));
        var page = await AssertRefusedAsync(said, HttpStatusCode.ServiceUnavailable, "The bot cannot keep anything at the moment");
        Assert.Contains("name=\"text\" value=\"start &quot;CRM&quot;\"", page, StringComparison.Ordinal);
    }

    /// <summary>Under a fresh token the repeat of a start that had been kept after all made a second assessment.</summary>
    [Fact]
    public async Task What_may_have_been_kept_is_sent_again_from_the_page_as_the_same_turn()
    {
        server.Turns.Answer = static _ => throw new StorageUnavailableException("Lost in the middle of the commit.");
        using var said = await server.PostAsync("/say", ("who", "Ann"), ("text", "start CRM"), ("token", "t-1"));
        var page = await AssertRefusedAsync(said, HttpStatusCode.ServiceUnavailable, "The bot cannot keep anything at the moment, and cannot tell whether that was still done");
        Assert.Contains("name=\"token\" value=\"t-1\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_store_cannot_even_be_read_the_page_still_answers()
    {
        server.Rooms.Down = true;
        using var seen = await server.GetAsync("/?room=main&who=Ann");
        await AssertRefusedAsync(seen, HttpStatusCode.ServiceUnavailable, "The bot cannot keep anything at the moment");
        using var file = await server.GetAsync("/document?room=main&message=1");
        await AssertRefusedAsync(file, HttpStatusCode.ServiceUnavailable, "The bot cannot keep anything at the moment");
    }

    [Fact]
    public async Task A_title_of_ten_thousand_characters_reaches_the_core_whole()
    {
        var text = "start " + string.Concat(Enumerable.Repeat("\u202E<b>\0\u0001é🙂", 1500));
        using var answer = await server.PostAsync("/say", ("who", "Ann"), ("text", text));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(new Said(text), Assert.Single(server.Turns.Turns).Utterance);
    }

    [Theory]
    [InlineData(20_001)]
    [InlineData(300_000)]
    [InlineData(5_000_000)]
    public async Task More_text_than_fits_is_refused_with_413_and_a_sentence(int length)
    {
        using var answer = await server.PostAsync("/say", ("who", "Ann"), ("text", new string('x', length)));
        await AssertRefusedAsync(answer, HttpStatusCode.RequestEntityTooLarge, "That is more than fits");
    }

    [Fact]
    public async Task More_than_fits_is_refused_when_its_length_is_not_announced_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/say");
        request.Content = new StringContent("who=Ann&text=" + new string('x', 400_000), new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        request.Headers.TransferEncodingChunked = true;
        using var answer = await server.Client.SendAsync(request, Cancel);
        await AssertRefusedAsync(answer, HttpStatusCode.RequestEntityTooLarge, "That is more than fits");
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("text/plain", "who=Ann")]
    [InlineData("multipart/form-data; boundary=x", "no parts at all")]
    [InlineData("multipart/form-data", "no boundary")]
    public async Task A_body_that_is_no_form_is_refused(string type, string body)
    {
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await server.Client.PostAsync(server.At("/say"), content, Cancel);
        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "That could not be read");
    }

    [Fact]
    public async Task A_form_of_far_too_many_fields_is_refused()
    {
        using var content = new StringContent(
            string.Join('&', Enumerable.Range(0, 2000).Select(static i => $"f{i}=1")), new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        using var answer = await server.Client.PostAsync(server.At("/say"), content, Cancel);
        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "That could not be read");
    }

    [Fact]
    public async Task Broken_escapes_and_lone_surrogates_harm_nothing()
    {
        using var content = new StringContent("who=Ann&text=%zz%ff%ED%A0%80+%", new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        using var answer = await server.Client.PostAsync(server.At("/say"), content, Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Single(server.Turns.Turns);
    }

    private static async Task<string> AssertRefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string sentence)
    {
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"<p id=\"problem\" role=\"alert\">{sentence}", page, StringComparison.Ordinal);
        return page;
    }
}
