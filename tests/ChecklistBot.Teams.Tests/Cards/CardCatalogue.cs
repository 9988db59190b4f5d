using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Desk;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Views;
using ChecklistBot.Teams.AdaptiveCards;

namespace ChecklistBot.Teams.Tests.Cards;

/// <summary>A card of every state that the core can draw, by the name of its golden file.</summary>
internal static class CardCatalogue
{
    public const string HostileTitle = "<at>Everyone</at> [free](https://evil.example) **now** _x_ `y` # 3. & \u202e \ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67";

    public static IReadOnlyDictionary<string, Card> All { get; } = new Dictionary<string, Card>
    {
        ["live-new"] = new Story().Live,
        ["live-personal"] = new Story(pace: Pace.Quick).Answers("Ann", ("frequency", "nightly")).Live,
        ["live-split"] = Split().Live,
        ["live-tied"] = Split().Does("Ann", new FocusOn("delay")).Live,
        ["live-not-sure"] = new Story().Answers("Ann", ("frequency", "not-sure")).Answers("Ben", ("error-cost", "low")).Live,
        ["live-settled-early"] = Sync(new Story()).Live,
        ["live-all-answered"] = AllAnswered().Live,
        ["live-finish-asked"] = Undecided().Live,
        ["live-settled-by-hand"] = Undecided().Does("Chi", new SettleById("delay", "minutes")).Live,
        ["live-finished"] = Finished().Live,
        ["live-provisional"] = Undecided().Does("Ben", new Finish(WithoutAgreement: true)).Live,
        ["live-cancelled"] = Split().Does("Ben", new Cancel()).Live,
        ["live-moved"] = Moved(),
        ["live-reopened"] = Finished().Does("Ben", new Reopen()).Live,
        ["live-hostile"] = new Story(HostileTitle, "<at>Eve</at> [x](y)").Answers("<at>Eve</at> [x](y)", ("delay", "days")).Live,
        ["recommendation"] = Finished().Recommendation,
        ["recommendation-pinned"] = Finished().Does("Ann", new Pin(1)).Recommendation,
        ["recommendation-provisional"] = Undecided().Does("Ben", new Finish(WithoutAgreement: true)).Recommendation,
        ["recommendation-reopened"] = Finished().Does("Ben", new Reopen()).Recommendation,
        ["recommendation-replaced"] = Replaced(),
        ["pin-post"] = Finished().Does("Ann", new Pin(1)).Draw(new PinPostContent(1, 1)),
        ["record"] = Finished().Draw(new RecordContent()),
        ["register"] = RegisterCards.Pinned([Entry(3, "CRM to accounting"), Entry(2, HostileTitle) with { Link = null, LinkGone = true }], 2, new ShowPinned(), TimeZoneInfo.Utc),
        ["register-empty"] = RegisterCards.Pinned([], 0, new ShowPinned(), TimeZoneInfo.Utc),
        ["list"] = RegisterCards.List([.. Enumerable.Range(1, 11).Reverse().Select(number => Entry(number, $"Assessment {number}"))], new ListAll([], Csv: false, Before: 30), TimeZoneInfo.Utc),
        ["reply-help"] = Notice(HelpTexts.Help(Story.Checklist.Definition, null, needsMention: true)),
        ["reply-forget"] = Notice(ConversationReplies.AskForget(1, isShared: true)),
    };

    /// <summary>What only the one who pressed sees, and the dialog.</summary>
    public static IReadOnlyDictionary<string, byte[]> ForOne { get; } = new Dictionary<string, byte[]>
    {
        ["presser-menu"] = PresserCards.Menu(Split().Live)!,
        ["presser-question"] = PresserCards.Question(Split().Live, CardAction.Of(Split().State.Id, new Cancel()))!,
        ["form"] = FormCard.Render(Form()),
    };

    /// <summary>Everything that Teams may receive.</summary>
    public static IReadOnlyDictionary<string, byte[]> Rendered { get; } = All
        .ToDictionary(entry => entry.Key, entry => AdaptiveCardRenderer.Render(entry.Value))
        .Concat(ForOne)
        .ToDictionary();

    public static AnswerForm Form() => new(
        "#3 CRM to accounting",
        CardAction.Form(Split().State.Id),
        [.. Story.Checklist.Definition.Items.Select((item, index) => new FormItem(
            index + 1,
            item.Id,
            item.Question,
            item.Help,
            [.. item.Options.Select(option => new FormOption(option.Id, option.Label, option.Meaning)), new FormOption("not-sure", "Not sure", "")],
            index == 0 ? "nightly" : null))]);

    /// <summary>As many units as a title may have, three bytes each.</summary>
    public static string LongestTitle { get; } = string.Concat(Enumerable.Repeat("界\u0301\u0302\u0303\u0304", Title.MaxCharacters));

    /// <summary>A page of assessments of that title.</summary>
    public static Card Register(string title) => RegisterCards.List(
        [.. Enumerable.Range(1, RegisterCards.PageSize + 1).Reverse().Select(number => Entry(number, title))], new ListAll([], Csv: false, Before: 30), TimeZoneInfo.Utc);

    /// <summary>As many people as a card must bear, with the longest names.</summary>
    public static Story Crowd(int people)
    {
        var story = new Story(LongestTitle);
        var items = Story.Checklist.Definition.Items;
        for (var person = 0; person < people; person++)
        {
            var name = $"{person} " + new string('界', 60);
            for (var item = 0; item < items.Length; item++)
            {
                story.Answers(name, (items[item].Id, items[item].Options[(person + item) % items[item].Options.Length].Id));
            }
        }

        return story;
    }

    private static Story Split() => new Story()
        .Answers("Ann", ("frequency", "nightly"), ("delay", "minutes"), ("error-cost", "medium"))
        .Answers("Ben", ("frequency", "nightly"), ("delay", "hours"))
        .Answers("Chi", ("frequency", "hourly"));

    private static Story Sync(Story story) => story
        .Answers("Ann", ("frequency", "real-time"), ("error-cost", "high"))
        .Answers("Ben", ("maintenance", "yes"))
        .Answers("Chi", ("frequency", "real-time"));

    private static Story AllAnswered() => Sync(new Story()).Answers("Ann", ("delay", "seconds"), ("reach", "large"), ("ownership", "clear"));

    private static Story Undecided() => Split()
        .Answers("Ann", ("reach", "small"), ("ownership", "clear"), ("maintenance", "yes"))
        .Does("Ann", new Finish(WithoutAgreement: false));

    private static Story Finished() => AllAnswered().Does("Chi", new Finish(WithoutAgreement: false));

    private static Card Moved()
    {
        var story = Split().Does("Ann", new ShowStatus());
        return story.Draw(new LiveContent(1));
    }

    private static Card Replaced()
    {
        var story = Finished().Does("Ben", new Reopen()).Answers("Ben", ("maintenance", "no")).Answers("Ann", ("maintenance", "no"))
            .Does("Ben", new Finish(WithoutAgreement: false));
        return story.Draw(new RecommendationContent(1, 1));
    }

    private static Card Notice(Assessments.Replies.Reply reply) => ((NoticeContent)reply.Content).Card;

    private static AssessmentSummary Entry(int number, string title) => new()
    {
        Id = new Assessments.AssessmentId(new Guid("018f0000-0000-7000-8000-000000000003")),
        Number = number,
        Title = title,
        Phase = Phase.Finished,
        Revision = 1,
        PathLabel = "Nightly batch",
        Flags = ["High cost of error"],
        StartedAt = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero),
        DecidedAt = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero),
        DecidedRevision = 1,
        PinnedRevision = 1,
        Link = "https://teams.microsoft.com/l/message/19%3Achan%40thread.tacv2/1790000000456",
    };
}
