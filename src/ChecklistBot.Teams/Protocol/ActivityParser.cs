using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;

namespace ChecklistBot.Teams.Protocol;

/// <summary>Reads the body of a request into an <see cref="Activity"/>.</summary>
public static class ActivityParser
{
    // A message mentions a handful of people; a team has at most 25,000 members, but only the bot's own coming and going matters.
    private const int MaxEntities = 200;
    private const int MaxMembers = 1000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>
    /// False, with the reason for the caller, for anything that is not a UTF-8 JSON object with a <c>type</c>. Never throws.
    /// </summary>
    public static bool TryParse(
        ReadOnlyMemory<byte> body, [NotNullWhen(true)] out Activity? activity, [NotNullWhen(false)] out string? reason)
    {
        activity = null;
        if (!Utf8.IsValid(body.Span))
        {
            reason = "The body is not UTF-8.";
            return false;
        }

        try
        {
            JsonReading.ReadEscapes(body.Span, Options.MaxDepth);
            using var document = JsonDocument.Parse(body, Options);
            activity = Read(document.RootElement);
        }
        catch (JsonException)
        {
            reason = "The body is not JSON, or repeats a member.";
            return false;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair.
            reason = "The body holds half a character.";
            return false;
        }

        reason = activity is null ? "The body has no activity type." : null;
        return activity is not null;
    }

    private static Activity? Read(JsonElement root)
    {
        if (root.Text("type") is not { Length: > 0 } type) return null;
        var conversation = root.Member("conversation");
        var channelData = root.Member("channelData");
        var team = channelData.Member("team");
        return new Activity
        {
            Type = type,
            Id = root.Text("id"),
            Timestamp = root.Text("timestamp"),
            ChannelId = root.Text("channelId") ?? "",
            ServiceUrl = root.Text("serviceUrl") ?? "",
            From = AccountOf(root.Member("from")),
            Recipient = AccountOf(root.Member("recipient")),
            ConversationId = conversation.Text("id"),
            Scope = ScopeOf(conversation),
            ConversationTenantId = conversation.Text("tenantId"),
            ChannelDataTenantId = channelData.Member("tenant").Text("id"),
            TeamId = team.Text("id"),
            TeamGroupId = team.Text("aadGroupId"),
            EventType = channelData.Text("eventType"),
            Text = root.Text("text"),
            Mentions = [.. MentionsOf(root)],
            ReplyToId = root.Text("replyToId"),
            Name = root.Text("name"),
            Action = root.Text("action"),
            MembersAdded = [.. MemberIds(root, "membersAdded")],
            MembersRemoved = [.. MemberIds(root, "membersRemoved")],
            Value = root.Member("value") is { ValueKind: not JsonValueKind.Undefined } value ? value.Clone() : default,
        };
    }

    private static Account? AccountOf(JsonElement account) =>
        account.Text("id") is { } id
            ? new Account(id, account.Text("name"), account.Text("aadObjectId"), account.Text("tenantId"))
            : null;

    private static ConversationScope ScopeOf(JsonElement conversation) => conversation.Text("conversationType") switch
    {
        "channel" => ConversationScope.Channel,
        { } type when type.Equals("groupChat", StringComparison.OrdinalIgnoreCase) => ConversationScope.GroupChat,
        "personal" => ConversationScope.Personal,
        _ => conversation.Member("isGroup").ValueKind == JsonValueKind.True ? ConversationScope.GroupChat : ConversationScope.Personal,
    };

    private static IEnumerable<Mention> MentionsOf(JsonElement root) =>
        from entity in root.Entries("entities", MaxEntities)
        where string.Equals(entity.Text("type"), "mention", StringComparison.OrdinalIgnoreCase)
        let id = entity.Member("mentioned").Text("id")
        let text = entity.Text("text")
        where !string.IsNullOrEmpty(id) && !string.IsNullOrEmpty(text)
        select new Mention(id, text);

    private static IEnumerable<string> MemberIds(JsonElement root, string name) =>
        root.Entries(name, MaxMembers).Select(member => member.Text("id")).OfType<string>();
}
