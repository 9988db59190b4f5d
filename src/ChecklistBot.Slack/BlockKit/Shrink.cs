namespace ChecklistBot.Slack.BlockKit;

/// <summary>What a card over Slack's size loses, each step on top of the ones before; never the buttons or the path.</summary>
internal enum Shrink
{
    /// <summary>Everything is shown.</summary>
    Nothing,

    /// <summary>Who chose what; the counts stay.</summary>
    Names,

    /// <summary>Help lines, and the meanings of the options.</summary>
    Help,

    /// <summary>The answered items.</summary>
    AnsweredLines,

    /// <summary>Paragraphs beyond 600 characters, and titles in a list beyond 85.</summary>
    LongTexts,

    /// <summary>Paragraphs beyond 150 characters, and lines beyond 50 blocks.</summary>
    AllButEssentials,

    /// <summary>What is beyond twelve of anything, as of the options of one item; see <see cref="Assessments.Cards.ShortCard"/>.</summary>
    Dozen,

    /// <summary>What is beyond five of anything, and paragraphs beyond 60 characters.</summary>
    Handful,

    /// <summary>What is beyond three of anything, and what a button says to those who hear it besides its label.</summary>
    Few,
}
