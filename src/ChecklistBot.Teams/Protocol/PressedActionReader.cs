using System.Text.Json;

namespace ChecklistBot.Teams.Protocol;

/// <summary>Reads the <c>value</c> of presses and dialogs.</summary>
internal static class PressedActionReader
{
    // Six items with a handful of fields each; a client that sends more is not one of ours.
    private const int MaxFields = 100;
    private const int MaxFieldLength = 4000;

    private const string VerbField = "verb";

    /// <summary>The value of <c>adaptiveCard/action</c>; otherwise the error that the client shows.</summary>
    public static (PressedAction? Action, InvokeError? Error) Execute(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return (null, InvokeError.BadRequest("The request has no value."));
        var action = value.Member("action");
        if (action.ValueKind != JsonValueKind.Object) return (null, InvokeError.BadRequest("The request has no action."));

        // Newer clients may send the fallback's type here too, and then there is no verb but in the data.
        var type = action.Text("type");
        if (type is not ("Action.Execute" or "Action.Submit"))
        {
            return (null, new InvokeError("NotSupported", "The bot answers buttons of type Action.Execute."));
        }

        var data = Fields(action.Member("data"));
        var verb = action.Text(VerbField) is { Length: > 0 } given ? given : data.GetValueOrDefault(VerbField, "");
        return (new PressedAction(verb, data, value.Text("trigger") == "automatic"), null);
    }

    /// <summary>The value of an <c>Action.Submit</c>, whose verb stands in the data.</summary>
    public static PressedAction Submit(JsonElement value)
    {
        var data = Fields(value);
        return new PressedAction(data.GetValueOrDefault(VerbField, ""), data);
    }

    /// <summary>The value of <c>task/fetch</c> and <c>task/submit</c>: the fields stand in its <c>data</c>.</summary>
    public static PressedAction Dialog(JsonElement value) => Submit(value.Member("data"));

    private static Dictionary<string, string> Fields(JsonElement data)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (data.ValueKind != JsonValueKind.Object) return fields;
        foreach (var property in data.EnumerateObject().Take(MaxFields))
        {
            var text = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString(),
                JsonValueKind.Number => property.Value.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            };
            if (text is { Length: <= MaxFieldLength }) fields[property.Name] = text;
        }

        return fields;
    }
}
