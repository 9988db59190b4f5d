using System.Text.Json;

namespace ChecklistBot.Slack.Protocol;

/// <summary>The <c>payload</c> of the interactivity address, or of an <c>interactive</c> envelope.</summary>
internal static class InteractionDecoder
{
    public static SlackInbound Decode(JsonElement root) => root.Text("type") switch
    {
        "block_actions" => DecodePress(root),
        "view_submission" => DecodeForm(root),
        "view_closed" or "shortcut" or "message_action" or "block_suggestion" => new NothingToDo("An interaction that the bot does not use."),
        null => new MalformedPayload("The interaction has no type."),
        _ => new NothingToDo("An interaction of an unknown type."),
    };

    private static SlackInbound DecodePress(JsonElement root)
    {
        if (Tenancy.OfInteraction(root) is not { } tenant)
            return new MalformedPayload("The press names no workspace.");
        if (Person(root) is not { } person)
            return new MalformedPayload("The press names no person.");

        // Slack sends one action; `state.values` is what that person's client shows and is not the shared truth.
        var action = root.Member("actions").First();
        if (action.Text("action_id") is not { Length: > 0 and <= 255 } actionId || action.Id("action_ts") is not { } actionTs)
            return new MalformedPayload("The press has no action.");

        var container = root.Member("container");
        var message = container.Id("message_ts");
        var channel = container.Id("channel_id") ?? root.Member("channel").Id("id");
        var view = container.Id("view_id") ?? root.Member("view").Id("id");
        if ((message is null || channel is null) && view is null)
            return new MalformedPayload("The press names no message.");

        var value = Value(action) ?? "";
        return new ButtonPressed(
            SlackPlace.Of(tenant, channel ?? "", container.Id("thread_ts") ?? root.Member("message").Id("thread_ts"), message),
            person,
            actionId,
            value,
            DedupeKey.Of("press", tenant, channel ?? "", message ?? view!, person.UserId, actionId, value, actionTs))
        {
            MessageTs = message,
            IsEphemeral = container.Flag("is_ephemeral"),
            TriggerId = root.Id("trigger_id"),
            ResponseUrl = root.Text("response_url"),
            ActionTs = actionTs,
        };
    }

    private static SlackInbound DecodeForm(JsonElement root)
    {
        var view = root.Member("view");
        if (Tenancy.OfInteraction(root) is not { } tenant)
            return new MalformedPayload("The form names no workspace.");
        if (Person(root) is not { } person)
            return new MalformedPayload("The form names no person.");
        if (view.Id("id") is not { } viewId || view.Id("hash") is not { } hash)
            return new MalformedPayload("The form names no view.");

        return new FormSubmitted(
            tenant,
            person,
            view.Text("callback_id") ?? "",
            view.Text("private_metadata") ?? "",
            Values(view.Member("state").Member("values")),
            DedupeKey.Of("form", tenant, viewId, hash))
        {
            ViewId = viewId,
        };
    }

    private static SlackPerson? Person(JsonElement root)
    {
        var user = root.Member("user");
        return user.Id("id") is { } id ? new SlackPerson(id, user.Id("team_id"), user.Text("name") ?? user.Text("username")) : null;
    }

    private static Dictionary<string, string> Values(JsonElement blocks)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (blocks.ValueKind != JsonValueKind.Object)
            return values;
        foreach (var block in blocks.EnumerateObject())
        {
            if (block.Value.ValueKind != JsonValueKind.Object)
                continue;
            foreach (var element in block.Value.EnumerateObject())
            {
                if (Value(element.Value) is { } value)
                    values[block.Name] = value;
            }
        }

        return values;
    }

    /// <summary>Buttons and text fields carry a value; overflows, selects and radio buttons the chosen option's.</summary>
    private static string? Value(JsonElement element) => element.Text("value") ?? element.Member("selected_option").Text("value");
}
