using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Tools;

/// <summary><c>copy --to postgresql CONNECTION</c> as the one who moves the bot calls it. What is copied and refused is the storage's own affair.</summary>
public sealed class CopyTests : IDisposable
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Database=bot;Username=bot";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("copy")]
    [InlineData("copy", "--to")]
    [InlineData("copy", "--to", "postgresql")]
    [InlineData("copy", "--to", "mysql", "Host=localhost")]
    [InlineData("copy", "--to", "postgresql", "Host=a", "--to", "postgresql", "Host=b")]
    [InlineData("copy", "--from")]
    [InlineData("copy", "--to", "postgresql", "Host=a", "--from", "")]
    [InlineData("copy", "--to", "postgresql", "Host=a", "checklistbot.db")]
    [InlineData("copy", "--to", "postgresql", "Host=a", "--force")]
    public void A_wrong_call_says_how_it_is_called(params string[] args)
    {
        var run = ToolRun.Of(args);

        Assert.Equal(2, run.Code);
        Assert.Contains("copy --to postgresql CONNECTION", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_is_the_one_that_the_bot_would_use_with_the_same_settings()
    {
        var run = ToolRun.Of("copy", "--to", "postgresql", Nowhere, $"--Storage:ConnectionString=Data Source={_folder.File("team.db")}");

        Assert.Equal(1, run.Code);
        Assert.StartsWith($"There is no database {_folder.File("team.db")}: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_setting_it_is_the_default_in_the_folder_of_the_call()
    {
        var run = ToolRun.Of("copy", "--to", "postgresql", Nowhere);

        Assert.StartsWith($"There is no database {Path.GetFullPath("checklistbot.db")}: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_named_goes_before_the_settings()
    {
        var run = ToolRun.Of("copy", "--from", _folder.File("a;b.db"), "--to", "postgresql", Nowhere, "--Storage:Provider=postgresql");

        Assert.StartsWith($"There is no database {_folder.File("a;b.db")}: ", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("file:team.db")]
    public void A_file_that_is_named_is_a_file_whatever_its_name_means_to_SQLite(string name)
    {
        var run = ToolRun.Of("copy", "--from", name, "--to", "postgresql", Nowhere);

        Assert.StartsWith($"There is no database {Path.GetFullPath(name)}: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bot_that_has_moved_already_needs_the_file_named()
    {
        var run = ToolRun.Of("copy", "--to", "postgresql", Nowhere, "--Storage:Provider=postgresql");

        Assert.Equal(1, run.Code);
        Assert.Equal(["Storage:Provider is postgresql (from the command line): name the SQLite file to copy with --from FILE."], run.ErrorLines);
    }

    [Fact]
    public void A_setting_that_names_no_file_and_one_that_is_misspelt_are_told()
    {
        var run = ToolRun.Of("copy", "--to", "postgresql", Nowhere, "--Storage:ConnectionString=:memory:", "--Storage:Conection=x");

        Assert.Equal(1, run.Code);
        Assert.Contains("Storage:ConnectionString: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("The nearest is Storage:ConnectionString.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_of_settings_that_is_written_as_one_text_is_told()
    {
        var run = ToolRun.Of("copy", "--to", "postgresql", Nowhere, "--Storage=team.db");

        Assert.Equal(1, run.Code);
        Assert.StartsWith("Storage: it is a group of settings", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_connection_string_may_come_from_standard_input_so_that_no_list_of_processes_shows_it()
    {
        File.WriteAllText(_folder.File("letter.db"), string.Concat(Enumerable.Repeat("This is a letter. ", 500)));

        var run = ToolRun.WithInput("Database=nowhere\n", "copy", "--to", "postgresql", "-", "--from", _folder.File("letter.db"));

        Assert.StartsWith($"{_folder.File("letter.db")} is no database of ChecklistBot", run.Errors, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was copied, and neither the file nor the database was changed.\n", run.Errors, StringComparison.Ordinal);
    }
}
