using System.Text.Json;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Teams.AdaptiveCards;

namespace ChecklistBot.Teams.Tests.Cards;

/// <summary>The dialog of <c>Answer all</c>.</summary>
public sealed class FormCardTests
{
    [Theory]
    [InlineData("hourly", "hourly")]
    [InlineData("gone", null)]
    [InlineData(null, null)]
    public void It_opens_with_ones_own_answer_where_the_checklist_still_has_it(string? own, string? shown)
    {
        var item = new FormItem(1, "frequency", "How often?", Help: null, [new FormOption("hourly", "Every hour", ""), new FormOption("nightly", "Every night", "")], own);

        using var card = JsonDocument.Parse(FormCard.Render(new AnswerForm("#1 CRM", "all", [item])));

        var input = card.RootElement.GetProperty("body").EnumerateArray().First(one => one.GetProperty("type").GetString() == "Input.ChoiceSet");
        Assert.Equal(shown, input.TryGetProperty("value", out var value) ? value.GetString() : null);
    }
}
