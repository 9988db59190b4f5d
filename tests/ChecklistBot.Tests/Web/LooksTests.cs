using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Web;

[Trait("starts", "the binary")]
public sealed class LooksTests(Browser browser, SharedBot shared)
{
    [Fact]
    public async Task No_state_of_an_assessment_has_an_accessibility_fault_by_day_by_night_or_on_a_phone()
    {
        await using var room = new Room(browser, await shared.StartedAsync(), "operations");
        var others = new Caller(room.Bot, room.Name);
        var ann = await room.EntersAsync("Ann");
        var looks = new Looks();

        await looks.At("01-empty", ann.Page);

        await ann.Says("start CRM to accounting");
        await ann.Card.Asks("frequency");
        await looks.At("02-start", ann.Page);

        await ann.Answers("frequency", "real-time");
        await others.AnswersAsync("Ben", "frequency", "hourly");
        await others.AnswersAsync("Chi", "frequency", "hourly");
        await ann.Taps("Next · 3");
        await ann.Card.Asks("delay");
        await ann.Answers("delay", "minutes");
        await others.AnswersAsync("Ben", "delay", "hours");
        await others.AnswersAsync("Chi", "delay", "not-sure");
        await ann.Card.Shows("Not sure: Chi");
        await looks.At("03-split", ann.Page);

        await ann.Card.Article.EvaluateAsync("e => e.parentElement.scrollIntoView({ block: 'start' })");
        await Looks.KeepForReadmeAsync(ann.Page, "room");

        await ann.Says("3b");
        await others.SaysAsync("Ben", "rework");
        await others.SaysAsync("Chi", "3a 5a");
        await ann.Card.Shows("4 of 6 answered");
        await looks.At("04-typed", ann.Page);

        await ann.Card.Open("More…");
        await ann.Card.Open("Rename");
        await ann.Card.Open("Cancel");
        await looks.At("05-more", ann.Page);
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Keyboard.PressAsync("Escape");

        await others.SaysAsync("Chi", "6a");
        await ann.Says("finish");
        await ann.Card.Shows("Item 2 decides");
        await looks.At("06-undecided", ann.Page);

        await ann.Card.Article.EvaluateAsync("e => e.scrollIntoView({ block: 'end' })");
        await looks.At("06-undecided-card", ann.Page);

        await ann.Taps("Settle on “Can wait hours”");
        await ann.Card.Shows("Settled on “Can wait hours” by Ann");
        await ann.Says("finish");
        await ann.Recommendation.Shows("Recommended path");
        await looks.At("07-recommendation", ann.Page);

        await ann.Recommendation.Tap("Pin");
        await ann.Recommendation.Shows("Pinned");
        await looks.At("08-pinned", ann.Page);

        await ann.Says("pinned");
        await ann.Register.Shows("CRM to accounting");
        await looks.At("09-register", ann.Page);

        await ann.Recommendation.Tap("Export");
        await ann.Reply.Shows("decision-1.md");
        await looks.At("10-export", ann.Page);

        await ann.Recommendation.Tap("Change an answer");
        await ann.Card.Shows("revision 2");
        await ann.Says("2a");
        await others.SaysAsync("Ben", "2a");
        await ann.Says("finish");
        await ann.Recommendation.HasAttribute("data-revision", "2");
        await looks.At("11-revision-2", ann.Page);

        await ann.Says("help");
        await ann.Says("hlep");
        await ann.Sees("I do not know “hlep”");
        await looks.At("12-help", ann.Page);

        Assert.Equal("", looks.Faults);
    }

    [Fact]
    public async Task No_rarer_state_has_an_accessibility_fault_by_day_by_night_or_on_a_phone()
    {
        await using var room = await Room.OpenAsync(browser, shared);
        var others = new Caller(room.Bot, room.Name);
        var looks = new Looks();
        var ann = await room.EntersAsync("Ann");

        await ann.Says("start Leads to sales");
        await ann.Says("1a 3a 6a");
        await ann.Card.Shows("Settled on the answers of 1 person so far: immediate sync");
        await looks.At("20-settled-early", ann.Page);

        await ann.Card.Open("More…");
        await ann.Card.Open("Cancel");
        await ann.Taps("Cancel it");
        await ann.Card.Shows("Cancelled by Ann");
        await looks.At("21-cancelled", ann.Page);

        await ann.Says("start Rota to payroll");
        await ann.Says("1c 2c 3b 5a 6a");
        await others.SaysAsync("Ben", "5b");
        await ann.Says("finish");
        await ann.Card.Shows("Item 5 decides");
        await ann.Taps("Finish without agreement");
        await ann.Recommendation.Shows("No single path yet");
        await looks.At("22-provisional", ann.Page);

        await ann.Says("start Invoices");
        await ann.Says("start Stock levels of the two warehouses and of the shop in the high street, daily");
        await others.SaysAsync("Someone with a rather long name", "nightly");
        await ann.Sees("Which assessment do you mean?");
        await looks.At("23-two-open", ann.Page);

        await ann.Card.Button("Answer all").ClickAsync();
        await ann.Page.WaitForURLAsync("**/form?**");
        await looks.At("24-answer-all", ann.Page);

        await ann.Page.GotoAsync($"{room.Bot.Address}?room={room.Name}");
        await looks.At("25-nobody-yet", ann.Page);

        await ann.Page.GotoAsync($"{room.Bot.Address}?room=no+such+room");
        await looks.At("26-problem", ann.Page);

        Assert.Equal("", looks.Faults);
    }

    [Fact]
    public async Task The_pass_phrase_is_asked_without_an_accessibility_fault_and_lets_people_in()
    {
        await using var bot = await BotProcess.StartAsync(new BotOptions { Settings = { ["Web:Key"] = "open sesame" } });
        await using var room = new Room(browser, bot, "main");
        var looks = new Looks();
        var ann = await room.EntersAsync("Ann");

        await looks.At("30-sign-in", ann.Page);
        await ann.Page.GetByLabel("Pass phrase").FillAsync("open barley");
        await ann.Page.Keyboard.PressAsync("Enter");
        await ann.SeesProblem("That is not the pass phrase");
        await looks.At("31-wrong-phrase", ann.Page);
        await ann.Page.GetByLabel("Pass phrase").FillAsync("open sesame");
        await ann.Page.Keyboard.PressAsync("Enter");
        await ann.Says("start CRM to accounting");
        await ann.Card.Shows("0 of 6 answered");

        Assert.Equal("", looks.Faults);
    }
}
