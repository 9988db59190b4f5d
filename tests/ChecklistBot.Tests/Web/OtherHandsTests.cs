using ChecklistBot.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChecklistBot.Tests.Web;

/// <summary>The same page for people who use no mouse, or no script.</summary>
[Trait("starts", "the binary")]
public sealed class OtherHandsTests(Browser browser, SharedBot shared)
{
    [Fact]
    public async Task The_keyboard_alone_is_enough_for_a_whole_assessment_and_the_focus_stays_where_it_was()
    {
        await using var room = await Room.OpenAsync(browser, shared);
        var others = new Caller(room.Bot, room.Name);
        var ann = await room.EntersAsync("Ann");

        await TabsTo(ann, ann.Page.Locator("#text"));
        await ann.Page.Keyboard.TypeAsync("start CRM to accounting");
        await Presses(ann, "Enter");
        await ann.Card.Asks("frequency");

        // An option by Space; the card is replaced under the finger, first by one's own answer, then by somebody else's.
        await TabsTo(ann, ann.Card.Option("frequency", "real-time"));
        await Presses(ann, "Space");
        await ann.Card.Shows("Moves in real time: Ann");
        await Expect(ann.Card.Option("frequency", "real-time")).ToBeFocusedAsync();
        await others.AnswersAsync("Ben", "frequency", "real-time");
        await ann.Card.Shows("Moves in real time: Ann, Ben");
        await Expect(ann.Card.Option("frequency", "real-time")).ToBeFocusedAsync();

        // On with Next, which keeps the focus from item to item.
        await TabsTo(ann, ann.Card.Button("Next"));
        await Presses(ann, "Enter");
        await ann.Card.Asks("error-cost");
        await Expect(ann.Card.Button("Next")).ToBeFocusedAsync();
        await TabsTo(ann, ann.Card.Option("error-cost", "high"));
        await Presses(ann, "Enter");
        await ann.Card.Shows("2 of 6 answered");

        // An answered line brings its item back.
        await TabsTo(ann, ann.Card.Article.Locator("button.line").First);
        await Presses(ann, "Enter");
        await ann.Card.Asks("frequency");

        // A menu opens, closes by Escape, and a confirmation gives the focus back.
        await TabsTo(ann, ann.Card.Summary("More…"));
        await ann.Page.Keyboard.PressAsync("Enter");
        await TabsTo(ann, ann.Card.Summary("Cancel"));
        await ann.Page.Keyboard.PressAsync("Space");
        await ann.Card.Shows("Cancel #1?");
        await ann.Page.Keyboard.PressAsync("Escape");
        await Expect(ann.Card.Summary("Cancel")).ToBeFocusedAsync();
        await ann.Page.Keyboard.PressAsync("Escape");
        await Expect(ann.Card.Summary("More…")).ToBeFocusedAsync();

        await others.SaysAsync("Ben", "6a");
        await ann.Card.Shows("immediate sync");
        await TabsTo(ann, ann.Card.Button("Finish now"));
        await Presses(ann, "Enter");
        await ann.Recommendation.Shows("Recommended path: Immediate sync");

        // The button has gone with its card: the focus is on the card, and the recommendation is the next stop.
        await Expect(ann.Card.Article).ToBeFocusedAsync();
        await TabsTo(ann, ann.Recommendation.Button("Pin"));
        await Presses(ann, "Enter");
        await ann.Recommendation.Shows("Pinned");
        await TabsTo(ann, ann.Page.Locator("#quick button", new() { HasText = "Register" }));
        await Presses(ann, "Enter");
        await ann.Register.Shows("#1 CRM to accounting");
    }

    [Fact]
    public async Task Without_script_a_form_that_is_saved_unchanged_says_so_in_one_line()
    {
        await using var room = await Room.OpenAsync(browser, shared);
        var ben = await room.EntersAsync("Ben", new BrowserNewContextOptions { JavaScriptEnabled = false });

        await ben.Says("start CRM to accounting");
        await ben.Answers("frequency", "real-time");
        await ben.Card.Shows("1 of 6 answered");
        await ben.Card.Button("Answer all").ClickAsync();
        await ben.Page.GetByText("Save my answers").ClickAsync();
        await ben.Reply.Shows("Your answer: item 1, Moves in real time. You had already said so.");
        await Expect(ben.Page.Locator("article[data-kind=reply]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Without_script_a_whole_assessment_works_by_forms_links_and_reloading()
    {
        await using var room = await Room.OpenAsync(browser, shared);
        var without = new BrowserNewContextOptions { JavaScriptEnabled = false };
        var ann = await room.EntersAsync("Ann", without);
        var ben = await room.EntersAsync("Ben", without);

        await ann.Says("start CRM to accounting");
        await ann.Card.Shows("0 of 6 answered");
        await ann.Answers("frequency", "nightly");
        await ann.Card.Shows("Moves every night: Ann");
        await ann.Taps("Next");
        await ann.Card.Asks("delay");

        // A browser that is told to run no script still parses as one that does; a parser without script reads the link.
        var refresh = (await new Caller(room.Bot, room.Name).PageAsync("Ben")).QuerySelector("noscript a")!.GetAttribute("href")!;
        await ben.Page.GotoAsync(new Uri(room.Bot.Address, refresh).AbsoluteUri);
        await ben.Card.Asks("delay");
        await ben.Answers("delay", "hours");
        await ben.Card.Button("Answer all").ClickAsync();
        await Expect(ben.Page.Locator("[name='answer.delay'][value=hours]")).ToBeCheckedAsync();
        await ben.Page.Locator("[name='answer.error-cost'][value=medium]").CheckAsync();
        await ben.Page.Locator("[name='answer.ownership'][value=clear]").CheckAsync();
        await ben.Page.GetByText("Save my answers").ClickAsync();
        await ben.Card.Shows("4 of 6 answered");

        await ann.Reloads();
        await Expect(ann.Page.Locator("#open a")).ToContainTextAsync("4 of 6 answered");
        await ann.Card.Open("More…");
        await ann.Card.Open("Rename");
        await ann.Card.Article.Locator("[name=input]").FillAsync("CRM to ledger");
        await ann.Page.Keyboard.PressAsync("Enter");
        await ann.Card.Shows("#1 CRM to ledger");
        await ann.Taps("Finish now");
        await ann.Recommendation.Shows("Recommended path: Nightly batch");
        await ann.Recommendation.Tap("Pin");
        await ann.Recommendation.Shows("Pinned");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
        await ann.Register.Follow("#1 CRM to ledger");
        await Expect(ann.Recommendation.Article).ToBeInViewportAsync();
    }

    /// <summary>Goes on by Tab until the element has the focus, however far that is.</summary>
    private static async Task TabsTo(Person person, ILocator wanted)
    {
        await Expect(wanted).ToBeVisibleAsync();
        for (var steps = 0; steps < 150; steps++)
        {
            if (await wanted.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
            await person.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{person.Name} cannot reach {wanted} by Tab.");
    }

    private static Task Presses(Person person, string key) => person.Sending(() => person.Page.Keyboard.PressAsync(key));
}
