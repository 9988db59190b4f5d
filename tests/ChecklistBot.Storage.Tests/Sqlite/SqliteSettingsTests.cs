using ChecklistBot.Storage.Sqlite;

namespace ChecklistBot.Storage.Tests.Sqlite;

public sealed class SqliteSettingsTests
{
    [Fact]
    public void A_relative_path_counts_from_the_folder_the_program_was_started_from() =>
        Assert.Equal(
            Path.Combine(Environment.CurrentDirectory, "checklistbot.db"),
            SqliteSettings.Parse("Data Source=checklistbot.db").Path);

    [Theory]
    [InlineData("Data Source={0}")]
    [InlineData("DataSource={0};Cache=Shared;Pooling=True")]
    [InlineData("Filename={0};Mode=ReadWriteCreate;Default Timeout=3")]
    public void An_absolute_path_stays_as_it_is(string text)
    {
        var path = Path.Combine(Path.GetTempPath(), "a folder", "b.db");

        Assert.Equal(path, SqliteSettings.Parse(string.Format(null, text, path)).Path);
    }

    [Theory]
    [InlineData("", "names no file")]
    [InlineData("Data Source=", "names no file")]
    [InlineData("Data Source=:memory:", "names no file")]
    [InlineData("Data Source=x.db;Mode=Memory", "names no file")]
    [InlineData("Data Source=file:x.db?mode=ro", "plain path")]
    [InlineData("Data Source=x.db;Mode=ReadOnly", "Mode=ReadOnly")]
    [InlineData("Host=localhost;Database=checklistbot", "cannot be read")]
    [InlineData("Data Source=x.db;Mode=Sideways", "cannot be read")]
    [InlineData("Data Source=x.db;Default Timeout=soon", "cannot be read")]
    [InlineData("checklistbot.db", "cannot be read")]
    public void A_connection_string_that_keeps_nothing_or_cannot_be_read_is_refused_with_a_sentence(string text, string words)
    {
        var refusal = Assert.Throws<StoreException>(() => new SqliteAssessmentStore(text));

        Assert.StartsWith("Storage:ConnectionString ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }
}
