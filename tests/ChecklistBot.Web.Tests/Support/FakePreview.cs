using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Web.Tests.Support;

/// <summary>Stands for a platform's renderer.</summary>
internal sealed class FakePreview(string platform) : ICardPreview
{
    public string Platform => platform;

    public string Render(Card card) => $$"""
        {
          "platform": "{{platform}}",
          "text": "{{card.Summary}}"
        }
        """;
}
