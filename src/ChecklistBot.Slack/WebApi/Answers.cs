using System.Text.Json;
using ChecklistBot.Slack.Protocol;

namespace ChecklistBot.Slack.WebApi;

/// <summary>Reads what each method answers; null when it lacks what it must have.</summary>
internal static class Answers
{
    public static Acknowledged Nothing(JsonElement root) => Acknowledged.Instance;

    public static SlackIdentity? Identity(JsonElement root)
    {
        var tenant = root.Flag("is_enterprise_install") ? root.Id("enterprise_id") : root.Id("team_id");
        return tenant is not null && root.Id("user_id") is { } user ? new SlackIdentity(tenant, user, root.Id("bot_id"), Address(root.Text("url"))) : null;
    }

    public static PostedMessage? Posted(JsonElement root) =>
        root.Id("channel") is { } channel && root.Id("ts") is { } ts ? new PostedMessage(channel, ts) : null;

    public static OpenedView? View(JsonElement root)
    {
        var view = root.Member("view");
        return view.Id("id") is { } id ? new OpenedView(id, view.Id("hash") ?? "") : null;
    }

    public static ConversationFacts? Conversation(JsonElement root)
    {
        var channel = root.Member("channel");
        if (channel.ValueKind != JsonValueKind.Object)
            return null;
        var isDirect = channel.Flag("is_im");
        return new ConversationFacts(
            isDirect || channel.Flag("is_member"),
            channel.Flag("is_private"),
            isDirect,
            channel.Flag("is_mpim"),
            channel.Flag("is_archived"));
    }

    public static UserFacts? User(JsonElement root)
    {
        var user = root.Member("user");
        var profile = user.Member("profile");
        var name = FirstSaid(profile.Text("display_name"), profile.Text("real_name"), user.Text("real_name"), user.Text("name"));
        return name is null
            ? null
            : new UserFacts(name, user.Flag("is_restricted") || user.Flag("is_ultra_restricted"), user.Flag("is_stranger"));
    }

    public static Permalink? Link(JsonElement root) =>
        Address(root.Text("permalink")) is { } address ? new Permalink(address) : null;

    public static SocketAddress? Socket(JsonElement root) =>
        Uri.TryCreate(root.Text("url"), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeWss || (address.Scheme == Uri.UriSchemeWs && address.IsLoopback))
            ? new SocketAddress(address)
            : null;

    private static string? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address.AbsoluteUri
            : null;

    private static string? FirstSaid(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (!string.IsNullOrWhiteSpace(name))
                return name;
        }

        return null;
    }
}
