using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChecklistBot.Slack.Manifests;

/// <summary>The app's manifest for Slack's page "Create an app from a manifest", with the least permissions that the bot needs.</summary>
public static class SlackManifest
{
    /// <summary>The file's name for requests over HTTP.</summary>
    public const string HttpFileName = "slack-http.json";

    /// <summary>The file's name for Socket Mode.</summary>
    public const string SocketFileName = "slack-socket.json";

    /// <summary>Each with what it is for; nothing here reads what people write among themselves.</summary>
    private static readonly string[] Scopes =
    [
        "app_mentions:read", // hears "@Checklist …"
        "channels:join", // posts and pins in a public channel where it was only given a command
        "channels:read", // learns whether it is in a public channel, and that it was invited
        "chat:write", // posts, edits, answers one person
        "commands", // hears "/checklist …"
        "groups:read", // as channels:read, for private channels
        "im:history", // hears what is written to it directly
        "im:read", // tells its own direct message from one between other people
        "mpim:read", // learns whether it is in a group message
        "pins:write", // pins and unpins the recommendation
        "users:read", // shows people's names, and says who is a guest
    ];

    private static readonly string[] Events = ["app_mention", "app_uninstalled", "member_joined_channel", "message.im", "tokens_revoked"];

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>For Socket Mode: no address at all.</summary>
    public static string Socket() => Write(null);

    /// <summary>For requests over HTTP.</summary>
    /// <param name="publicUrl">The address that Slack reaches, with https.</param>
    /// <returns>The manifest; null when the address is no absolute https address.</returns>
    public static string? Http(string? publicUrl) =>
        Uri.TryCreate(publicUrl, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.Query.Length == 0
            ? Write(address.AbsoluteUri.TrimEnd('/'))
            : null;

    private static string Write(string? url)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteStartObject("_metadata"u8);
            json.WriteNumber("major_version"u8, 2);
            json.WriteNumber("minor_version"u8, 1);
            json.WriteEndObject();
            WriteDisplay(json);
            WriteFeatures(json, url);
            json.WriteStartObject("oauth_config"u8);
            json.WriteStartObject("scopes"u8);
            WriteList(json, "bot", Scopes);
            json.WriteEndObject();
            json.WriteEndObject();
            WriteSettings(json, url);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteDisplay(Utf8JsonWriter json)
    {
        json.WriteStartObject("display_information"u8);
        json.WriteString("name"u8, "Checklist");
        json.WriteString("description"u8, "Should we integrate our systems? Six questions for the team, one path with next steps.");
        json.WriteString("background_color"u8, "#1f4e5f");
        json.WriteEndObject();
    }

    private static void WriteFeatures(Utf8JsonWriter json, string? url)
    {
        json.WriteStartObject("features"u8);
        json.WriteStartObject("app_home"u8);
        json.WriteBoolean("home_tab_enabled"u8, false);
        json.WriteBoolean("messages_tab_enabled"u8, true);
        json.WriteBoolean("messages_tab_read_only_enabled"u8, false);
        json.WriteEndObject();
        json.WriteStartObject("bot_user"u8);
        json.WriteString("display_name"u8, "Checklist");
        json.WriteBoolean("always_online"u8, true);
        json.WriteEndObject();
        json.WriteStartArray("slash_commands"u8);
        json.WriteStartObject();
        json.WriteString("command"u8, "/checklist");
        if (url is not null)
            json.WriteString("url"u8, url + "/slack/commands");
        json.WriteString("description"u8, "Start or continue the team's checklist");
        json.WriteString("usage_hint"u8, "start CRM to accounting | status | finish | pinned | help");
        json.WriteBoolean("should_escape"u8, true);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSettings(Utf8JsonWriter json, string? url)
    {
        json.WriteStartObject("settings"u8);
        json.WriteStartObject("event_subscriptions"u8);
        if (url is not null)
            json.WriteString("request_url"u8, url + "/slack/events");
        WriteList(json, "bot_events", Events);
        json.WriteEndObject();
        json.WriteStartObject("interactivity"u8);
        json.WriteBoolean("is_enabled"u8, true);
        if (url is not null)
            json.WriteString("request_url"u8, url + "/slack/interactions");
        json.WriteEndObject();
        json.WriteBoolean("org_deploy_enabled"u8, false);
        json.WriteBoolean("socket_mode_enabled"u8, url is null);
        json.WriteBoolean("token_rotation_enabled"u8, false);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, string[] values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
