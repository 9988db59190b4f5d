using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Records;

public sealed class DecisionRecordTests
{
    [Fact]
    public void Decided() => Golden.Matches("record.md", Exported(Scenes.Recommended()));

    [Fact]
    public void Revised() => Golden.Matches("record-revision-2.md", Exported(Scenes.Superseded()));

    [Fact]
    public void Reopened() => Golden.Matches("record-reopened.md", Exported(Scenes.Reopened()));

    [Fact]
    public void Provisional() => Golden.Matches("record-provisional.md", Exported(Scenes.Provisional()));

    [Fact]
    public void Open() => Golden.Matches("record-open.md", Exported(Scenes.Midway()));

    [Fact]
    public void A_record_before_the_decision_says_as_of_when_its_answers_are()
    {
        var team = new Conversation { Now = new(2026, 7, 24, 9, 29, 50, TimeSpan.Zero) }.Says(Ann, "start CRM");
        Assert.Contains("\n- **As of:** 24 July 2026, 10:30 UTC+01:00\n", Exported(team), StringComparison.Ordinal);
        team.Pause = TimeSpan.FromMinutes(61);
        team.Says(Ben, "1b");
        var record = Exported(team);
        Assert.Contains("\n- **As of:** 24 July 2026, 11:31 UTC+01:00\n", record, StringComparison.Ordinal);
        Assert.Contains("Moves every hour: Ben", record, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_whose_decision_was_followed_by_something_says_as_of_when_that_is_known()
    {
        var team = new Conversation { Pause = TimeSpan.FromMinutes(10) }.Says(Ann, "start CRM").Says(Ann, "1a 3a 6a").Says(Ann, "finish");
        Assert.DoesNotContain("As of", Exported(team), StringComparison.Ordinal);
        team.Says(Ben, "reopen");
        Assert.Contains(
            "\n- **Status:** revision 2 is open; this is revision 1\n- **As of:** 24 November 2026, 10:20 UTC\n", Exported(team), StringComparison.Ordinal);
    }

    [Fact]
    public void Settled() => Golden.Matches("record-settled.md", Exported(Scenes.Undecided().Taps(Chi, "Settle on “Can wait hours”").Says(Chi, "finish")));

    [Fact]
    public void It_is_a_markdown_file_named_after_the_assessment()
    {
        var document = Document(Scenes.Midway());
        Assert.Equal(("decision-1.md", "text/markdown"), (document.FileName, document.MediaType));
    }

    /// <summary>The button of a pinned recommendation once gave the record of what had replaced it.</summary>
    [Fact]
    public void The_button_of_a_recommendation_exports_that_revision()
    {
        var team = Pinned();
        team.Taps(Ann, "Export", on: team.Draw(team.Posts[1]));

        var document = team.Reply.Blocks.OfType<DocumentBlock>().Single();
        Assert.Equal("decision-1-revision-1.md", document.FileName);
        Golden.Matches("record-replaced.md", document.Content);
        Assert.Contains("Recommended path: Lightweight connector", Exported(team.Says(Ann, "export")), StringComparison.Ordinal);
    }

    /// <summary>In the web room a record is drawn anew with what happens, and once became the next revision's.</summary>
    [Fact]
    public void A_record_that_was_handed_out_stays_that_of_its_revision()
    {
        var team = Scenes.Start().Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "export");
        team.Reply.Shows("Decision record of #1 CRM to accounting", "Recommended path: Immediate sync", "**Status:** decided");
        var given = team.Answer!.Content;

        team.Says(Ann, "reopen").Says(Ann, "6b").Says(Ann, "finish");
        team.Draw(new Post(given, team.State.Id)).Shows(
            "Decision record of #1 CRM to accounting, revision 1",
            "Recommended path: Immediate sync",
            "**Status:** decided; revision 2 replaced it",
            "## Later revisions",
            "- Revision 2, 24 November 2026: Lightweight connector");
    }

    [Fact]
    public void A_record_without_a_revision_is_that_of_the_newest() =>
        Pinned().Draw(new Post(new Messages.RecordContent(), Pinned().State.Id)).Shows("Recommended path: Lightweight connector");

    private static Conversation Pinned() =>
        Scenes.Start().Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "pin").Says(Ann, "reopen").Says(Ann, "6b").Says(Ann, "finish");

    [Fact]
    public void A_cancelled_assessment_is_recorded_as_such() =>
        Assert.Contains("- **Status:** cancelled, without a result\n", Exported(Scenes.Midway().Says(Ann, "cancel")), StringComparison.Ordinal);

    [Theory]
    [InlineData("*bold* _it_ `code` ~~no~~", @"\*bold\* \_it\_ \`code\` \~\~no\~\~")]
    [InlineData("[a](javascript:x) ![b](c)", @"\[a\](javascript:x) !\[b\](c)")]
    [InlineData("<img src=x> & &lt;", @"\<img src=x\> \& \&lt;")]
    [InlineData("a | b", @"a \| b")]
    [InlineData(@"back\slash", @"back\\slash")]
    [InlineData("See https://x.org/a_b?x=1&y=2, now", "See <https://x.org/a_b?x=1&y=2>, now")]
    [InlineData("http://x.org/|a", "<http://x.org/%7Ca>")]
    [InlineData("(https://en.wikipedia.org/wiki/ETL_(data)).", "(<https://en.wikipedia.org/wiki/ETL_(data)>).")]
    [InlineData("HTTPS://example.org/zürich_a", "<HTTPS://example.org/zürich_a>")]
    [InlineData("https://<b>", @"https://\<b\>")]
    [InlineData("xhttps://x.org/_", @"xhttps://x.org/\_")]
    [InlineData("https://x.org/\\_", "<https://x.org/%5C_>")]
    [InlineData("ends in #", @"ends in \#")]
    [InlineData("$5 to $10", @"\$5 to \$10")]
    [InlineData("- not a list", @"\- not a list")]
    [InlineData("+ nor this", @"\+ nor this")]
    [InlineData("12. nor this", @"12\. nor this")]
    [InlineData("3) nor this", @"3\) nor this")]
    [InlineData("=== nor a heading", @"\=== nor a heading")]
    [InlineData("mid-word 1.5 = fine", "mid-word 1.5 = fine")]
    public void Nothing_of_a_hostile_title_becomes_markup(string title, string expected)
    {
        var team = new Conversation().Says(Ann, "start").Taps(Ann, "Rename", input: title);
        Assert.StartsWith($"# #1 {expected}\n", Exported(team), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_cannot_break_the_table()
    {
        var team = Scenes.Midway();
        team.Renames(Ben, "Ben | <b>B</b>\\");
        Assert.Contains(@"Can wait minutes: Ann, Ben \| \<b\>B\</b\>\\", Exported(team), StringComparison.Ordinal);
    }

    [Fact]
    public void All_assessments_as_csv() => Golden.Matches("assessments.csv", AssessmentCsv.Write(Many().Summaries));

    [Theory]
    [InlineData("=1+2", "'=1+2")]
    [InlineData("+44 20", "'+44 20")]
    [InlineData("-x", "'-x")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("a = b", "a = b")]
    public void A_title_in_csv_is_quoted_and_never_a_formula(string title, string expected)
    {
        var team = new Conversation().Says(Ann, "start").Taps(Ann, "Rename", input: title);
        Assert.Equal($"1,{expected},open,,,2026-11-24T09:30:10Z,,,", AssessmentCsv.Write(team.Summaries).Split("\r\n")[1]);
    }

    [Fact]
    public void A_text_of_several_lines_stays_in_its_row()
    {
        // A question with a line break is a finding of check by now; a decision that was given on such a file keeps it for ever.
        var team = new Conversation().Says(Ann, "start").Says(Ann, "1a 3a 6a").Says(Ann, "finish");
        var decision = team.State.Decision!;
        var kept = decision with { Items = [decision.Items[0] with { Question = "How often\r\nmust records move?" }, .. decision.Items[1..]] };
        var record = DecisionRecord.Markdown(team.State, kept, team.View(team.State.Id));
        Assert.Contains("\n| 1. How often  must records move? | Moves in real time |", record, StringComparison.Ordinal);
    }

    [Fact]
    public void The_csv_says_which_revision_decided_and_which_is_pinned()
    {
        var team = new Conversation().Says(Ann, "start CRM").Says(Ann, "1a 3a 5a 6a").Says(Ann, "finish").Says(Ann, "pin");
        team.Says(Ann, "reopen").Says(Ann, "6b").Says(Ann, "finish").Says(Ann, "reopen");
        Assert.StartsWith("1,CRM,revision 3 open,Lightweight connector,", AssessmentCsv.Write(team.Summaries).Split("\r\n")[1], StringComparison.Ordinal);
        Assert.EndsWith(",2,1", AssessmentCsv.Write(team.Summaries).Split("\r\n")[1], StringComparison.Ordinal);
    }

    private static Conversation Many()
    {
        var team = Scenes.Superseded();
        team.Says(Ann, "start Rota, \"2027\"").Says(Ann, "cancel").Says(Ben, "start Leads").Says(Ben, "1b 3b 5a 6a").Says(Ben, "finish anyway");
        return team.Says(Chi, "start").Taps(Chi, "Rename", input: "=cmd|' /C calc'!A0");
    }

    private static string Exported(Conversation team) => Document(team).Content;

    private static DocumentBlock Document(Conversation team) => team.Says(Ann, "export #1").Reply.Blocks.OfType<DocumentBlock>().Single();
}
