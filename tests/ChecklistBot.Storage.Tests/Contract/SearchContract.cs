using System.Globalization;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Storage.Tests.Data;
using CsCheck;

namespace ChecklistBot.Storage.Tests.Contract;

public abstract class SearchContract : StoreContract
{
    private static readonly Gen<string> Texts = Gen.Char["aAbBéÉßςΣ%_\\'\"*?[]^ -"].Array[0, 6].Select(chars => new string(chars));

    [Theory]
    [InlineData("crm")]
    [InlineData("CRM", "accounting")]
    [InlineData("ACCOUNT")]
    [InlineData("nightly")]
    [InlineData("real-time")]
    [InlineData("finished")]
    [InlineData("pinned", "crm", "BATCH")]
    [InlineData("")]
    public async Task Each_word_may_stand_in_title_path_flags_or_state(params string[] words)
    {
        await FinishedOne();

        Assert.Single(await Find(words));
    }

    [Theory]
    [InlineData("crm", "slack")]
    [InlineData("open")]
    [InlineData("accountingnightly")]
    [InlineData("accounting finished")]
    [InlineData("should-we-integrate")]
    [InlineData("C%M")]
    [InlineData("C_M")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("C*M")]
    [InlineData("' OR 1=1 --")]
    public async Task What_stands_nowhere_is_not_found_and_no_letter_is_a_wildcard(params string[] words)
    {
        await FinishedOne();

        Assert.Empty(await Find(words));
    }

    [Theory]
    [InlineData("Übergabe ÉLÉGANTE", "übergabe", "élégante")]
    [InlineData("übergabe élégante", "ÜBERGABE", "ÉLÉGANTE")]
    [InlineData("Λογισμός", "ΛΟΓΙΣΜΌΣ")]
    [InlineData("Заказы", "ЗАКАЗЫ")]
    [InlineData("100% _done_ \\o/ it's", "100%", "_DONE_", "\\O/", "IT'S")]
    public async Task Case_does_not_matter_in_any_script_and_signs_are_taken_as_they_are(string title, params string[] words)
    {
        await Started(title);

        Assert.Single(await Find(words));
    }

    /// <summary>"decided" once found the undecided ones only.</summary>
    [Theory]
    [InlineData("decided", "Rota", "Leads again")]
    [InlineData("undecided", "Stock")]
    [InlineData("PROVISIONAL", "Stock")]
    [InlineData("decid", "Rota", "Leads again", "Stock")]
    [InlineData("open", "Bills", "Bills again", "Stock again")]
    [InlineData("cancelled", "Leads", "Leads again")]
    [InlineData("pinned", "Rota")]
    [InlineData("batch", "Rota", "Bills again", "Leads again")]
    public async Task A_state_is_found_by_the_words_that_the_list_has_for_it(string word, params string[] titles)
    {
        await InEachState();

        Assert.Equal(titles.Order(StringComparer.Ordinal), await Titles(word));
    }

    [Fact]
    public async Task What_an_older_version_wrote_is_found_by_the_same_words()
    {
        await InEachState();
        await Started("Ann's leads");
        await Database.ChangeAsync("UPDATE assessments SET search = search || '\nPROVISIONAL UNDECIDED' WHERE provisional <> 0", Token);

        Assert.Equal(["Leads again", "Rota"], await Titles("decided"));
        Assert.Equal(["Stock"], await Titles("undecided"));
        Assert.Equal(["Ann's leads"], await Titles("anns"));
    }

    [Theory]
    [InlineData("#1", "No. 1")]
    [InlineData("1", "No. 1", "No. 10")]
    [InlineData("#10", "No. 10")]
    [InlineData("#11", "Eleventh")]
    [InlineData("11", "Eleventh")]
    [InlineData("#12")]
    public async Task The_number_finds_its_assessment_whole_and_as_the_list_shows_it(string word, params string[] titles)
    {
        foreach (var title in (string[])["No. 1", .. Enumerable.Range(2, 8).Select(i => new string('x', i)), "No. 10", "Eleventh"])
            await Started(title);

        Assert.Equal(titles, await Titles(word));
    }

    /// <summary>A typed word has lost its apostrophes by the time that it is searched for.</summary>
    [Theory]
    [InlineData("Ann's leads")]
    [InlineData("Ann’s leads")]
    [InlineData("Anns leads")]
    public async Task Apostrophes_join_in_titles_as_they_do_in_words(string title)
    {
        await Started(title);

        foreach (var word in (string[])["anns", "ann's", "ANN’S", "'"])
            Assert.Single(await Find(word));
        Assert.Empty(await Find("ann s"));
    }

    /// <summary>Keyboards write an accented letter as one character, names of files on some machines as a letter and an accent.</summary>
    [Theory]
    [InlineData("caf\u00e9", "cafe\u0301")]
    [InlineData("Caf\u00e9s \u00e0 Ni\u0302mes", "CAFE\u0301S", "a\u0300", "n\u00eemes")]
    [InlineData("Vi\u1ec7t", "vie\u0323\u0302t")]
    public async Task An_accent_is_found_whichever_way_it_is_written(string title, params string[] words)
    {
        await Started(title);
        await Started(string.Join(' ', words));

        Assert.Equal(2, (await Find(words)).Count);
        Assert.Equal(2, (await Find(title.Split(' '))).Count);
    }

    [Fact]
    public async Task Another_letter_or_accent_in_the_same_way_of_writing_is_not_found()
    {
        await Started("caf\u00e9");
        await Started("cafe\u0301");

        foreach (var word in (string[])["cafe\u0301s", "cafo", "\u00e9caf", "f\u00e9e"])
            Assert.Empty(await Find(word));
        Assert.Equal(["cafe\u0301"], await Titles("cafe"));
        await Started("f\u00fcr");
        Assert.Empty(await Find("f\u00f6r"));
    }

    [Fact]
    public async Task More_words_than_a_title_can_hold_are_no_error()
    {
        await Started("a");

        Assert.Empty(await Find([.. Enumerable.Range(0, 5_000).Select(i => i.ToString(CultureInfo.InvariantCulture))]));
    }

    /// <summary>Each text is kept, prepared on every connection of a file; with one for each order of words with accents and without, whoever searched decided
    /// how many there are.</summary>
    [Fact]
    public async Task Of_so_many_words_there_is_one_statement_whatever_words_they_are()
    {
        await Started("caf\u00e9 bar");
        Assert.Single(await Find("cafe\u0301", "bar", "open"));
        var before = Database.TextsOf(Store).Count;

        foreach (var words in (string[][])[["bar", "caf\u00e9", "open"], ["a", "b", "c"], ["\u00e9", "\u00fc", "a"], ["e\u0301", "a", "\u00fc"]])
            await Find(words);
        var day = new SearchedDate("2026-11-24", Samples.At.AddHours(-1), Samples.At.AddHours(1));
        Assert.Single(await Read(reader => reader.ListAsync(Room, new AssessmentQuery { Words = ["caf\u00e9", "bar"], Dates = [day] }, Token)));

        Assert.Equal(before, Database.TextsOf(Store).Count);
    }

    [Fact]
    public async Task A_search_finds_exactly_the_titles_that_hold_every_word()
    {
        await Gen.Select(Texts.Array[1, 5], Texts.Array[0, 3]).SampleAsync(
            async (titles, words) =>
            {
                var room = Room with { Id = Guid.NewGuid().ToString("N") };
                await Save(room);
                foreach (var title in titles)
                    await Started(title, room);

                var found = await Read(reader => reader.ListAsync(room, new AssessmentQuery { Words = words }, Token));

                var expected = titles.Where(title => words.All(word => Holds(title, word) || Holds("open", word)));
                Assert.Equal(expected.Order(StringComparer.Ordinal), found.Select(one => one.Title).Order(StringComparer.Ordinal));
            },
            iter: 60,
            threads: 1);
    }

    private static bool Holds(string text, string word) => Joined(text).Contains(Joined(word), StringComparison.OrdinalIgnoreCase);

    private static string Joined(string text) => text.Replace("'", "", StringComparison.Ordinal);

    private async Task InEachState()
    {
        await Run("Bills");
        await Run("Rota", Batch(1), new Pinned(1));
        await Run("Stock", Undecided(1));
        await Run("Bills again", Batch(1), new Reopened(2));
        await Run("Stock again", Undecided(1), new Reopened(2));
        await Run("Leads", new Cancelled());
        await Run("Leads again", Batch(1), new Reopened(2), new Cancelled());

        async Task Run(string title, params AssessmentEvent[] happened)
        {
            var run = await Started(title);
            await Write(turn => run.AppendAsync(turn, Now, 1, Token, happened));
        }

        static Finished Batch(int revision) => new(Samples.Decision(revision, "Nightly batch"));

        static Finished Undecided(int revision) => new(Samples.Decision(revision, path: null));
    }

    private async Task<IEnumerable<string>> Titles(params string[] words) =>
        (await Find(words)).Select(one => one.Title).Order(StringComparer.Ordinal);

    private async Task FinishedOne()
    {
        var run = await Started("CRM to accounting");
        var decision = Samples.Decision(1, "Nightly batch", "Real-time required");
        await Write(turn => run.AppendAsync(turn, Now, 1, Token, new Finished(decision), new Pinned(1)));
    }

    private Task<IReadOnlyList<AssessmentSummary>> Find(params string[] words) =>
        Read(reader => reader.ListAsync(Room, new AssessmentQuery { Words = words }, Token));
}
