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

    [Fact]
    public async Task A_provisional_decision_is_found_as_undecided()
    {
        var run = await Started("CRM to accounting");
        await Write(turn => run.AppendAsync(turn, Now, 1, Token, new Finished(Samples.Decision(1, path: null))));

        Assert.Single(await Find("undecided"));
        Assert.Single(await Find("PROVISIONAL"));
    }

    [Fact]
    public async Task More_words_than_a_title_can_hold_are_no_error()
    {
        await Started("a");

        Assert.Empty(await Find([.. Enumerable.Range(0, 5_000).Select(i => i.ToString(CultureInfo.InvariantCulture))]));
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

    private static bool Holds(string text, string word) => word.Length == 0 || text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private async Task FinishedOne()
    {
        var run = await Started("CRM to accounting");
        var decision = Samples.Decision(1, "Nightly batch", "Real-time required");
        await Write(turn => run.AppendAsync(turn, Now, 1, Token, new Finished(decision), new Pinned(1)));
    }

    private Task<IReadOnlyList<AssessmentSummary>> Find(params string[] words) =>
        Read(reader => reader.ListAsync(Room, new AssessmentQuery { Words = words }, Token));
}
