using System.Net.Http.Headers;
using System.Text.Json;
using ChecklistBot.Slack.Protocol;

namespace ChecklistBot.Slack.WebApi;

/// <summary>The Web API over HTTP, with the tokens of the settings.</summary>
internal sealed class SlackWebApi(ApiCaller caller, SlackSettings settings) : ISlackApi
{
    /// <summary>Our word for "our own limit is used up": nothing was sent.</summary>
    public const string OwnLimit = "own_limit";

    /// <summary>Our word for a <c>response_url</c> that is not Slack's.</summary>
    public const string NotSlacksAddress = "not_slacks_address";

    /// <summary>The bot's token is one workspace, whose limits are counted together.</summary>
    public const string Workspace = "bot";

    /// <summary>The app-level token, whose end is the end of Socket Mode and not of the bot's token.</summary>
    private const string App = "app";

    private readonly Uri baseAddress = settings.ApiBase;

    public Task<SlackReply<SlackIdentity>> AuthTestAsync(CancellationToken cancellationToken) =>
        WriteAsync("auth.test", null, static _ => { }, Answers.Identity, cancellationToken);

    public Task<SlackReply<PostedMessage>> PostMessageAsync(
        string channel, string? thread, bool broadcast, SlackMessage message, CancellationToken cancellationToken) =>
        WriteAsync(
            "chat.postMessage",
            channel,
            json =>
            {
                json.WriteString("channel"u8, channel);
                if (thread is not null)
                {
                    json.WriteString("thread_ts"u8, thread);
                    json.WriteBoolean("reply_broadcast"u8, broadcast);
                }

                json.Write(message);
                json.WriteBoolean("unfurl_links"u8, false);
                json.WriteBoolean("unfurl_media"u8, false);
            },
            Answers.Posted,
            cancellationToken);

    public Task<SlackReply<PostedMessage>> UpdateMessageAsync(
        string channel, string ts, SlackMessage message, CancellationToken cancellationToken) =>
        WriteAsync(
            "chat.update",
            channel,
            json =>
            {
                json.WriteString("channel"u8, channel);
                json.WriteString("ts"u8, ts);
                json.Write(message);
            },
            Answers.Posted,
            cancellationToken);

    public Task<SlackReply<Acknowledged>> PostEphemeralAsync(
        string channel, string user, string? thread, SlackMessage message, CancellationToken cancellationToken) =>
        WriteAsync(
            "chat.postEphemeral",
            channel,
            json =>
            {
                json.WriteString("channel"u8, channel);
                json.WriteString("user"u8, user);
                if (thread is not null)
                    json.WriteString("thread_ts"u8, thread);
                json.Write(message);
            },
            Answers.Nothing,
            cancellationToken);

    public async Task<SlackReply<Acknowledged>> AddPinAsync(string channel, string ts, CancellationToken cancellationToken) =>
        AlreadySo(await PinAsync("pins.add", channel, ts, cancellationToken), "already_pinned");

    public async Task<SlackReply<Acknowledged>> RemovePinAsync(string channel, string ts, CancellationToken cancellationToken) =>
        AlreadySo(await PinAsync("pins.remove", channel, ts, cancellationToken), "no_pin", "not_pinned");

    public Task<SlackReply<OpenedView>> OpenViewAsync(string triggerId, ReadOnlyMemory<byte> view, CancellationToken cancellationToken) =>
        WriteAsync(
            "views.open",
            null,
            json =>
            {
                json.WriteString("trigger_id"u8, triggerId);
                json.WritePropertyName("view"u8);
                json.WriteRawValue(view.Span, skipInputValidation: true);
            },
            Answers.View,
            cancellationToken);

    public Task<SlackReply<OpenedView>> UpdateViewAsync(OpenedView opened, ReadOnlyMemory<byte> view, CancellationToken cancellationToken) =>
        WriteAsync(
            "views.update",
            null,
            json =>
            {
                json.WriteString("view_id"u8, opened.Id);
                if (opened.Hash.Length > 0)
                    json.WriteString("hash"u8, opened.Hash);
                json.WritePropertyName("view"u8);
                json.WriteRawValue(view.Span, skipInputValidation: true);
            },
            Answers.View,
            cancellationToken);

    public Task<SlackReply<ConversationFacts>> GetConversationAsync(string channel, CancellationToken cancellationToken) =>
        ReadAsync("conversations.info", $"channel={Uri.EscapeDataString(channel)}", Answers.Conversation, cancellationToken);

    public Task<SlackReply<Acknowledged>> JoinConversationAsync(string channel, CancellationToken cancellationToken) =>
        WriteAsync("conversations.join", channel, json => json.WriteString("channel"u8, channel), Answers.Nothing, cancellationToken);

    public Task<SlackReply<UserFacts>> GetUserAsync(string user, CancellationToken cancellationToken) =>
        ReadAsync("users.info", $"user={Uri.EscapeDataString(user)}", Answers.User, cancellationToken);

    public Task<SlackReply<Permalink>> GetPermalinkAsync(string channel, string ts, CancellationToken cancellationToken) =>
        ReadAsync(
            "chat.getPermalink",
            $"channel={Uri.EscapeDataString(channel)}&message_ts={Uri.EscapeDataString(ts)}",
            Answers.Link,
            cancellationToken);

    public Task<SlackReply<SocketAddress>> OpenConnectionAsync(CancellationToken cancellationToken) =>
        caller.CallAsync(
            App,
            "apps.connections.open",
            null,
            Request(HttpMethod.Post, "apps.connections.open", settings.AppToken, RequestBodies.Of(static _ => { })),
            Answers.Socket,
            cancellationToken);

    public async Task<SlackReply<Acknowledged>> RespondAsync(
        string responseUrl, SlackMessage? message, bool replaceOriginal, string? thread, CancellationToken cancellationToken)
    {
        if (!ResponseAddress.IsSlacks(responseUrl, baseAddress, out var address))
            return SlackReply<Acknowledged>.Refused(NotSlacksAddress);

        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = RequestBodies.Of(json =>
            {
                if (message is null)
                {
                    json.WriteBoolean("delete_original"u8, true);
                    return;
                }

                json.WriteString("response_type"u8, "ephemeral");
                json.WriteBoolean("replace_original"u8, replaceOriginal);
                if (thread is not null && !replaceOriginal)
                    json.WriteString("thread_ts"u8, thread);
                json.Write(message);
            }),
        };
        return await caller.RespondAsync(request, cancellationToken);
    }

    private Task<SlackReply<Acknowledged>> PinAsync(string method, string channel, string ts, CancellationToken cancellationToken) =>
        WriteAsync(
            method,
            channel,
            json =>
            {
                json.WriteString("channel"u8, channel);
                json.WriteString("timestamp"u8, ts);
            },
            Answers.Nothing,
            cancellationToken);

    private Task<SlackReply<T>> WriteAsync<T>(
        string method, string? channel, Action<Utf8JsonWriter> members, Func<JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class =>
        caller.CallAsync(
            Workspace, method, channel, Request(HttpMethod.Post, method, settings.BotToken, RequestBodies.Of(members)), read, cancellationToken);

    private Task<SlackReply<T>> ReadAsync<T>(string method, string query, Func<JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class =>
        caller.CallAsync(
            Workspace, method, null, Request(HttpMethod.Post, method, settings.BotToken, RequestBodies.Form(query)), read, cancellationToken);

    private HttpRequestMessage Request(HttpMethod verb, string relative, string? token, HttpContent? content) =>
        new(verb, new Uri(baseAddress, relative))
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            Content = content,
        };

    private static SlackReply<Acknowledged> AlreadySo(SlackReply<Acknowledged> reply, params ReadOnlySpan<string> codes) =>
        reply.Kind == SlackReplyKind.Refused && codes.Contains(reply.Code) ? SlackReply<Acknowledged>.Done(Acknowledged.Instance) : reply;
}
