using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Tests.Platforms;

/// <summary>A conversation with the bot, spoken to through the platform's real requests. Each method returns whatever came back at once.</summary>
internal interface IPlace
{
    /// <summary>For messages of tests.</summary>
    string Name { get; }

    ConversationKey Key { get; }

    /// <summary>Somebody types a command.</summary>
    Task<string> SayAsync(string person, string text);

    /// <summary>Somebody presses a button with this action, in every way in which the platform can carry one.</summary>
    Task<string> PressAsync(string person, string action);

    /// <summary>Somebody opens the form of all items with this action and sends it with these answers.</summary>
    Task<string> FillAsync(string person, string action, IReadOnlyDictionary<string, string> answers);

    /// <summary>Somebody reads whatever the platform lets them read by themselves.</summary>
    Task<string> LookAsync(string person);
}
