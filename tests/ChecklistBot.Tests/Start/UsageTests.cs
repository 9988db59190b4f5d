using ChecklistBot.Composition;

namespace ChecklistBot.Tests.Start;

public sealed class UsageTests
{
    [Theory]
    [InlineData("check", "--urls=http://127.0.0.1:0", "check")]
    [InlineData("check", "--urls", "http://127.0.0.1:0", "check")]
    [InlineData("check", "/urls", "http://127.0.0.1:0", "check")]
    [InlineData("check", "Urls=http://127.0.0.1:0", "check")]
    [InlineData("evaluate", "--urls=http://127.0.0.1:0", "evaluate", "-")]
    [InlineData("--", "--", "check")]
    [InlineData("-", "-", "check")]
    [InlineData("-v", "-v")]
    [InlineData("-v=1", "-v=1")]
    [InlineData("=1", "=1")]
    [InlineData("--Web:Enabled", "--urls=http://127.0.0.1:0", "--Web:Enabled")]
    public void A_word_that_is_no_setting_is_wrong_usage_even_behind_settings(string word, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(2, Usage.TryAnswer(args, output, errors));
        Assert.Equal("", output.ToString());
        Assert.StartsWith($"ChecklistBot has no use for \"{word}\" there", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("ChecklistBot check ", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--urls=http://127.0.0.1:0")]
    [InlineData("--urls", "http://127.0.0.1:0", "TimeZone=UTC", "/Web:Enabled", "true", "--Web:Key=")]
    [InlineData("--Storage:ConnectionString", "Data Source=x.db")]
    public void Settings_alone_are_a_call_to_serve(params string[] args) => Assert.Null(Usage.TryAnswer(args, TextWriter.Null, TextWriter.Null));
}
