using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Web;

/// <summary>People of a room without a browser: the forms of the contract, sent as any program may send them.</summary>
internal sealed class Caller(BotProcess bot, string room)
{
    public string Room => room;

    /// <summary>A new room of the bot that tests share.</summary>
    public static async Task<Caller> OpenAsync(SharedBot shared) => new(await shared.StartedAsync(), shared.NewRoom());

    /// <summary>Sends words; anything but an acceptance fails the test.</summary>
    public async Task SaysAsync(string who, string text, string? token = null) =>
        AssertTaken(await PostAsync("say", Fields(who, ("text", text), token)));

    /// <summary>Presses a button by its action; anything but an acceptance fails the test.</summary>
    public async Task TapsAsync(string who, string action, string? token = null) =>
        AssertTaken(await PostAsync("tap", Fields(who, ("action", action), token)));

    /// <summary>Taps an option of the newest live card.</summary>
    public async Task AnswersAsync(string who, string item, string option) => await TapsAsync(who, Action(await PageAsync(who), item, option));

    public Task<Answer> PostAsync(string route, params IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(route, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) });

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
            return await Answer.ReadAsync(response, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The room as somebody sees it.</summary>
    public async Task<IHtmlDocument> PageAsync(string who = "Ann")
    {
        var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri($"?room={room}&who={Uri.EscapeDataString(who)}", UriKind.Relative)));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Page;
    }

    public KeyValuePair<string, string>[] Fields(string who, (string Name, string Value) field, string? token = null) =>
    [
        new("who", who), new("room", room), new(field.Name, field.Value), .. token is null ? Array.Empty<KeyValuePair<string, string>>() : [new("token", token)],
    ];

    /// <summary>The newest card of a kind.</summary>
    public static IElement Card(IHtmlDocument page, string kind) => page.QuerySelectorAll($"article[data-kind={kind}]")[^1];

    /// <summary>The action of an option of the newest live card.</summary>
    public static string Action(IHtmlDocument page, string item, string option) =>
        Card(page, "live").QuerySelector($"button[data-item={item}][data-option={option}]")?.GetAttribute("value")
        ?? throw new InvalidOperationException($"The live card offers no {option} of {item}.");

    /// <summary>The action of a button by the beginning of its words.</summary>
    public static string Action(IElement card, string label) =>
        card.QuerySelectorAll("button[name=action]").FirstOrDefault(button => button.Text().Trim().StartsWith(label, StringComparison.Ordinal))?.GetAttribute("value")
        ?? throw new InvalidOperationException($"The card has no button {label}: {card.Text()}");

    private static void AssertTaken(Answer answer) =>
        Assert.True(answer.Status == HttpStatusCode.SeeOther, $"Answered {answer.Status}: {answer.Sentence}");
}
