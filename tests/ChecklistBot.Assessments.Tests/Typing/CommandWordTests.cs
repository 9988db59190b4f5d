using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Desk;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.Tests.Dsl;

namespace ChecklistBot.Assessments.Tests.Typing;

public sealed class CommandWordTests
{
    [Theory]
    [InlineData("start CRM to accounting", "start: CRM to accounting")]
    [InlineData("start", "start: (none)")]
    [InlineData("rename Leads to sales", "rename: Leads to sales")]
    [InlineData("rename", "rename: (none)")]
    [InlineData("back", "back")]
    [InlineData("next", "next")]
    [InlineData("go 4", "go 4")]
    [InlineData("go to 4", "go 4")]
    [InlineData("go item 4", "go 4")]
    [InlineData("status", "status")]
    [InlineData("settle 2b", "settle 2b")]
    [InlineData("settle 2 b", "settle 2b")]
    [InlineData("settle 2 2", "settle 2b")]
    [InlineData("settle 2 can wait minutes", "settle delay=minutes")]
    [InlineData("settle", "settle ?")]
    [InlineData("finish", "finish")]
    [InlineData("finish without agreement", "finish anyway")]
    [InlineData("finish anyway", "finish anyway")]
    [InlineData("reopen", "reopen")]
    [InlineData("cancel", "cancel")]
    [InlineData("pin", "pin")]
    [InlineData("unpin", "unpin")]
    [InlineData("pinned", "pinned")]
    [InlineData("list", "list")]
    [InlineData("list payroll rota", "list payroll+rota")]
    [InlineData("list csv", "list csv")]
    [InlineData("list 2026-11", "list 2026-11")]
    [InlineData("list 2026-11-28, payroll", "list 2026-11-28+payroll")]
    [InlineData("list payroll 2026-11", "list payroll+2026-11")]
    [InlineData("list 2026-13", "list 2026+13")]
    [InlineData("list 2026-11-31", "list 2026-11+31")]
    [InlineData("list 2026 11", "list 2026+11")]
    [InlineData("list INV-2026-11-A", "list inv+2026-11+a")]
    [InlineData("list 9999-12", "list 9999+12")]
    [InlineData("export", "export")]
    [InlineData("why", "why")]
    [InlineData("what if", "what if")]
    [InlineData("undo", "undo")]
    [InlineData("hold", "hold")]
    [InlineData("quick", "quick")]
    [InlineData("forget me", "forget me")]
    [InlineData("help", "help")]
    [InlineData("help settle", "help: settle")]
    [InlineData("help what if", "help: what if")]
    [InlineData("", "help")]
    [InlineData("?!", "help")]
    public void Every_command_is_read(string line, string expected) => Assert.Equal(expected, Reading.Of(line));

    [Theory]
    [InlineData("FINISH", "finish")]
    [InlineData("  Finish!  ", "finish")]
    [InlineData("“finish”", "finish")]
    [InlineData("finish.", "finish")]
    [InlineData("What-if?", "what if")]
    [InlineData("forget\t  me…", "forget me")]
    [InlineData("Start:   CRM\n to   accounting ", "start: CRM to accounting")]
    [InlineData("START – CRM to accounting", "start: CRM to accounting")]
    [InlineData("start \"CRM to accounting\"", "start: CRM to accounting")]
    [InlineData("start “CRM to accounting”", "start: CRM to accounting")]
    [InlineData("start \"Leads\" to \"Sales\"", "start: \"Leads\" to \"Sales\"")]
    [InlineData("go to: 4!", "go 4")]
    [InlineData("start:CRM to accounting", "start: CRM to accounting")]
    [InlineData("rename - Leads", "rename: Leads")]
    [InlineData("start -", "start: (none)")]
    [InlineData("start...", "start: (none)")]
    [InlineData("start:.NET", "start: .NET")]
    [InlineData("rename .NET to Xero", "rename: .NET to Xero")]
    [InlineData("start -5 degrees alarm", "start: -5 degrees alarm")]
    public void Case_punctuation_and_extra_spaces_do_not_matter(string line, string expected) => Assert.Equal(expected, Reading.Of(line));

    [Theory]
    [InlineData("finish #3", "finish #3")]
    [InlineData("#3 finish", "finish #3")]
    [InlineData("finish # 3", "finish #3")]
    [InlineData("cancel 3", "cancel #3")]
    [InlineData("undo 3", "unknown undo, near undo")]
    [InlineData("finish without #3 agreement", "finish anyway #3")]
    [InlineData("#12 why", "why #12")]
    [InlineData("what if #12", "what if #12")]
    [InlineData("2b #3", "answers 2b #3")]
    [InlineData("settle #3 2b", "settle 2b #3")]
    [InlineData("answer 2 #3", "answers focus b #3")]
    [InlineData("not sure #3", "answers focus ? #3")]
    [InlineData("rename #3 New title", "rename: New title #3")]
    [InlineData("#3 rename New title", "rename: New title #3")]
    [InlineData("#3", "status #3")]
    [InlineData("start #3 again", "start: #3 again")]
    [InlineData("rename Takes over from #3", "rename: Takes over from #3")]
    public void A_command_may_name_its_assessment_anywhere_but_inside_a_title(string line, string expected) => Assert.Equal(expected, Reading.Of(line));

    [Theory]
    [InlineData("finsh", "unknown finsh, near finish")]
    [InlineData("reopne #3", "unknown reopne, near reopen #3")]
    [InlineData("Pined", "unknown pined, near pinned")]
    [InlineData("forgt me", "unknown forgt, near forget me")]
    [InlineData("wat if", "unknown wat, near what if")]
    [InlineData("please", "unknown please, near nothing")]
    [InlineData("finish please", "unknown finish, near finish")]
    [InlineData("go away", "unknown go, near go")]
    [InlineData("what if not", "unknown what if, near what if")]
    [InlineData("привет", "unknown привет, near nothing")]
    [InlineData("stauts", "unknown stauts, near status")]
    public void An_unknown_word_gets_the_nearest_command(string line, string expected) => Assert.Equal(expected, Reading.Of(line));

    [Theory]
    [InlineData("finsh", "I do not know “finsh”. Did you mean finish?", "Help on finish")]
    [InlineData("please", "I do not know “please”. Type start and a title to begin, 2b to answer item 2, or help to see what I can do.", "Help")]
    [InlineData("finish please", "To use finish, type it like this: finish, or finish #3.", "Help on finish")]
    [InlineData("go", "To use go, type it like this: go 4.", "Help on go")]
    public void What_was_not_understood_is_answered_with_a_way_on(string line, string expected, string button)
    {
        var team = new Conversation();
        team.Says(People.Ann, line);
        team.NothingHappened();
        team.Replied(ReplyNature.NotUnderstood, expected);
        Assert.Equal(button, Assert.Single(team.Reply.AllButtons()).Label);
    }

    [Fact]
    public void Help_explains_every_command_of_the_grammar_and_no_other()
    {
        Assert.Equal(Grammar.Words, HelpTexts.Commands);
        foreach (var word in Grammar.Words)
        {
            var team = new Conversation();
            team.Says(People.Ann, "help " + word);
            team.Replied(ReplyNature.Content, $"{word}: ", "Type: ");
        }
    }

    [Fact]
    public void Every_usage_that_help_gives_is_understood()
    {
        foreach (var word in Grammar.Words)
        {
            var text = ((Messages.NoticeContent)HelpTexts.Help(Checklists.BuiltIn.Compiled.Definition, word, needsMention: false).Content).Card.Summary;
            var usages = text[(text.IndexOf("Type: ", StringComparison.Ordinal) + 6)..^1].Split(", or ", ',');
            foreach (var usage in usages.Where(usage => !usage.Contains("the words of", StringComparison.Ordinal)))
                Assert.IsNotType<NotUnderstood>(Checklists.BuiltIn.Grammar.Read(usage).Command);
        }
    }

    [Theory]
    [InlineData("help setle", "There is no command “setle”. Did you mean settle?", "Help on settle")]
    [InlineData("help forget", "There is no command “forget”. Did you mean forget me?", "Help on forget me")]
    [InlineData("help everything now", "There is no command “everything now”. Type help to see all.", "Help")]
    public void Help_on_an_unknown_command_names_the_nearest(string line, string expected, string button)
    {
        var team = new Conversation();
        team.Says(People.Ann, line);
        team.Replied(ReplyNature.NotUnderstood, expected);
        Assert.Equal(button, Assert.Single(team.Reply.AllButtons()).Label);
    }

    [Theory]
    [InlineData("help list csv", "list: ")]
    [InlineData("help finish without agreement", "finish: ")]
    public void Help_on_a_command_with_its_further_words_is_help_on_the_command(string line, string expected)
    {
        var team = new Conversation();
        team.Says(People.Ann, line);
        team.Replied(ReplyNature.Content, expected);
    }

    [Fact]
    public void Help_names_every_command_at_once()
    {
        var team = new Conversation();
        team.Says(People.Ann, "help");
        foreach (var word in Grammar.Words.Where(word => word is not ("answer" or "help")))
            team.Reply.Shows(word);
    }

    [Fact]
    public void The_button_of_a_mistyped_command_explains_it()
    {
        var team = new Conversation();
        team.Says(People.Ann, "setle 2b");
        team.Taps(People.Ann, "Help on settle", on: team.Reply);
        team.Replied(ReplyNature.Content, "settle: where you differ on item 2, makes b the team's answer.");
    }

    [Fact]
    public void Help_is_short_and_has_the_worked_examples_of_the_checklist()
    {
        var team = new Conversation();
        team.Says(People.Ann, "help");
        team.Replied(ReplyNature.Content, "Begin: start CRM to accounting.", "Immediate sync: A lead comes in on the website", "Nightly batch: Invoices", "Single source of truth: Payroll");
        Assert.True(team.Reply.Blocks.Length <= 10);
    }

    [Theory]
    [InlineData(false, "Type start and a title, such as start CRM to accounting.")]
    [InlineData(true, "Type @Checklist start and a title, such as @Checklist start CRM to accounting.")]
    public void A_newcomer_is_welcomed_with_what_to_type(bool needsMention, string what)
    {
        var card = ((Messages.NoticeContent)HelpTexts.Welcome(Checklists.BuiltIn.Compiled.Definition, needsMention).Content).Card;
        card.Shows(what);
    }

    [Fact]
    public void Where_only_mentions_reach_the_bot_help_says_so()
    {
        var card = ((Messages.NoticeContent)HelpTexts.Help(Checklists.BuiltIn.Compiled.Definition, topic: null, needsMention: true).Content).Card;
        card.Shows("begins with @Checklist, such as @Checklist finish.");
        Assert.True(card.Blocks.Length <= 10);
    }
}
