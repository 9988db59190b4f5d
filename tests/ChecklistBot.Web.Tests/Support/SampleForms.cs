using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Web.Tests.Support;

/// <summary>The form behind <c>Answer all</c>, shortened to two items.</summary>
internal static class SampleForms
{
    public static AnswerForm Form { get; } = new(
        "#3 CRM to accounting",
        "submit:3",
        [
            new FormItem(
                1, "frequency", "How often must records move between the systems?", "Think of the busiest ordinary week.",
                [
                    new FormOption("real-time", "Real time", "The moment something happens."),
                    new FormOption("hourly", "Every hour", "A few times in a working day."),
                    new FormOption(Answers.NotSure, Answers.NotSureLabel, "Somebody else will know."),
                ],
                "hourly"),
            new FormItem(
                2, "maintenance", "Can someone watch it and change it when things change?", null,
                [
                    new FormOption("yes", "Someone can maintain it", "A person with the time and the skill."),
                    new FormOption("no", "Nobody can maintain it", "No time, or no skill."),
                    new FormOption(Answers.NotSure, Answers.NotSureLabel, "Somebody else will know."),
                ],
                null),
        ]);
}
