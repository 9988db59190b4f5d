using ChecklistBot.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace ChecklistBot.Tests.Web;

[Trait("starts", "the binary")]
public sealed class TeamAssessmentTests(Browser browser, SharedBot shared)
{
    [Fact]
    public async Task Three_people_take_a_decision_together_pin_it_and_change_it_later()
    {
        await using var room = await Room.OpenAsync(browser, shared);
        var (ann, ben, chi) = await room.GatherAsync();

        await ann.Says("start CRM to accounting");
        foreach (var person in (Person[])[ann, ben, chi])
        {
            await person.Card.Shows("#1 CRM to accounting");
            await person.Card.Shows("Started by Ann");
            await person.Card.Shows("0 of 6 answered");
            await person.Card.Asks("frequency");
        }

        // Everybody sees everybody's answers at once.
        await ann.Answers("frequency", "real-time");
        await ben.Card.Shows("Moves in real time: Ann");
        await ben.Card.Shows("Real-time required");
        await ben.Answers("frequency", "hourly");
        await chi.Card.Shows("Moves in real time: Ann · Moves every hour: Ben. Tied");
        await chi.Answers("frequency", "hourly");
        await ann.Card.Shows("Moves every hour: Ben, Chi · Moves in real time: Ann");

        // A split that matters, and somebody who does not know.
        await ben.Taps("Next · 3 answered");
        await ann.Card.Asks("delay");
        await ann.Card.ShowsLine(1, "you differ");
        await ann.Answers("delay", "minutes");
        await ben.Answers("delay", "hours");
        await chi.Answers("delay", "not-sure");
        await ann.Card.Shows("Not sure: Chi");

        await ann.Taps("Next");
        await chi.Card.Asks("error-cost");
        await chi.Answers("error-cost", "medium");
        await ann.Says("5a 6a");
        await ann.Reply.Shows("Clear owner and source");
        await ben.Card.Shows("5 of 6 answered");

        await ben.Says("finish");
        foreach (var person in (Person[])[ann, ben, chi])
        {
            await person.Card.Shows("Item 2 decides: “Can wait minutes” (Ann) leads to lightweight connector; “Can wait hours” (Ben) leads to nightly batch");
        }

        await Expect(ann.Recommendations).ToHaveCountAsync(0);
        await chi.Taps("Settle on “Can wait hours”");
        await ann.Card.ShowsLine(2, "settled on “Can wait hours” by Chi");

        await ann.Card.Open("More…");
        await ann.Card.Open("Finish");
        await ann.Card.Shows("Finish #1?");
        await ann.Taps("Finish");

        foreach (var person in (Person[])[ann, ben, chi])
        {
            await person.Recommendation.Shows("Recommended path: Nightly batch");
            await person.Recommendation.HasAttribute("data-path", "nightly-batch");
            await person.Recommendation.Shows("reconciliation report");
            await person.Recommendation.Shows("Ann, Ben, Chi");
            await person.Recommendation.Shows("“Moves in real time” (Ann) would lead to lightweight connector");
            await person.Recommendation.Shows("Item 2 was settled on “Can wait hours” by Chi");
            await person.Card.Shows("Recommended path: Nightly batch");
        }

        await chi.Recommendation.Tap("Pin");
        await ann.Recommendation.Shows("Pinned: it is in the register");
        await ben.Says("pinned");
        await ben.Register.Shows("#1 CRM to accounting");
        await ben.Register.Shows("Nightly batch");

        // Half a year later.
        await ann.Recommendation.Tap("Change an answer");
        await ben.Card.Shows("revision 2");
        await ben.Says("1a");
        await chi.Says("1a");
        await ann.Says("finish");
        await Expect(ben.Recommendations).ToHaveCountAsync(2);
        await ben.Recommendation.Shows("Recommended path: Lightweight connector");
        await ben.Recommendation.HasAttribute("data-revision", "2");

        // What was pinned stays as it was given, and each revision leads to the other.
        var first = new ShownCard(ben, ben.Recommendations.First);
        await first.Shows("Recommended path: Nightly batch");
        await first.Follow("Revision 2 replaced this one (lightweight connector).");
        await Expect(ben.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#m-[0-9]+$"));
        await Expect(ben.Recommendation.Article).ToBeInViewportAsync();
        await ben.Recommendation.Follow("It replaces revision 1 (nightly batch).");
        await Expect(first.Article).ToBeInViewportAsync();

        await chi.Says("list");
        await chi.Register.Shows("Lightweight connector");
        await chi.Register.Shows("revision 1 is pinned; revision 2 replaced it");

        // Nothing of it hangs on the open page.
        await chi.Reloads();
        await chi.Recommendation.Shows("Recommended path: Lightweight connector");
        await chi.Card.Shows("Recommended path: Lightweight connector");
    }

    [Fact]
    public async Task Two_rooms_do_not_see_each_other()
    {
        await using var one = await Room.OpenAsync(browser, shared);
        await using var other = await Room.OpenAsync(browser, shared);
        var ann = await one.EntersAsync("Ann");
        var ben = await other.EntersAsync("Ben");

        await ann.Says("start Rota to payroll");
        await ben.Says("start Leads to sales");
        await ann.Card.Shows("#1 Rota to payroll");
        await ben.Card.Shows("#1 Leads to sales");
        await ann.Answers("frequency", "nightly");
        await ann.Card.Shows("1 of 6 answered");
        await ben.Says("list");

        await ben.Register.Shows("Leads to sales");
        await ben.DoesNotSee("Rota");
        await ann.DoesNotSee("Leads");
        await ben.Card.Shows("0 of 6 answered");
    }
}
