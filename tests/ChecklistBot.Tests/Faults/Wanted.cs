using System.Text.Json;
using System.Text.Json.Nodes;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack;
using ChecklistBot.Storage;
using ChecklistBot.Teams.Channel;
using ChecklistBot.Turns;

namespace ChecklistBot.Tests.Faults;

/// <summary>Compares what a platform really shows with what the bot wants it to show.</summary>
internal static class Wanted
{
    public static Task<IReadOnlyList<Message>> MessagesAsync(IAssessmentStore store, ConversationKey key) => store.ReadAsync(
        (reader, cancel) => reader.MessagesAsync(key, 0, 1000, cancel), TestContext.Current.CancellationToken);

    /// <summary>Fails with the lines that differ; returns the message as it is there.</summary>
    public static async Task<KeptMessage> IsShownAsync(IAssessmentStore store, Drawing drawing, Message message, IReadOnlyList<KeptMessage> there)
    {
        var what = $"message {message.Number} of {message.Conversation.Id}: {message.Content}";
        Assert.True(message.State == MessageState.Delivered, $"{what} is {message.State}: {message.Note}");
        var shown = there.SingleOrDefault(kept => kept.Id == message.PlatformId);
        Assert.True(shown is not null, $"{what} is not there as {message.PlatformId}");
        var isSlack = message.Conversation.Platform == SlackChannel.Name;
        var card = (await store.ReadAsync(
            async (reader, cancel) => await drawing.DrawAsync(reader, message, (await reader.FindConversationAsync(message.Conversation, cancel))!.Kind, cancel),
            TestContext.Current.CancellationToken))!;
        var expected = JsonNode.Parse(isSlack ? new SlackPreview().Render(card) : new TeamsCardPreview().Render(card))!;
        var actual = isSlack
            ? new JsonObject { ["text"] = Node(shown.Content.GetProperty("text")), ["blocks"] = Node(shown.Content.GetProperty("blocks")) }
            : Node(shown.Content);
        Assert.True(JsonNode.DeepEquals(expected, actual), $"{what} shows\n{Only(actual, expected)}\nand not\n{Only(expected, actual)}");
        if (isSlack)
            Assert.True(message.WantPinned == shown.IsPinned, $"{what} is {(shown.IsPinned ? "" : "not ")}pinned");
        return shown;
    }

    private static JsonNode Node(JsonElement element) => JsonNode.Parse(element.GetRawText())!;

    /// <summary>The lines that only one of the two has.</summary>
    private static string Only(JsonNode one, JsonNode other) => string.Join('\n', one.ToString().Split('\n').Except(other.ToString().Split('\n')));
}
