using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Storage.Tables;

/// <summary>A conversation as its row has it.</summary>
/// <param name="Conversation">With its newest address, without a thread.</param>
/// <param name="LastSeen">When it last spoke to the bot, to within a day.</param>
internal sealed record KnownConversation(ConversationReference Conversation, DateTimeOffset LastSeen);
