using System.Diagnostics;
using ChecklistBot.Composition;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tools;

namespace ChecklistBot.Tests.Start;

/// <summary>Whoever starts the program may have closed its streams, or its output may end at a full disk: each once was a stack trace and exit code 134.</summary>
[Trait("starts", "the binary")]
public sealed class ClosedStreamTests : IDisposable
{
    private const string Lost = "What ChecklistBot had to print could not be written: ";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("<&-", 0, "", "check")]
    [InlineData(">/dev/full", 1, Lost, "check")]
    [InlineData(">/dev/full", 1, Lost, "check", "none.json")]
    [InlineData(">/dev/full", 1, Lost, "checklist")]
    [InlineData(">/dev/full", 1, Lost, "help")]
    [InlineData(">/dev/full", 1, Lost, "version")]
    [InlineData("2>/dev/full", 2, "", "chekc")]
    [InlineData("2>/dev/full", 2, "", "evaluate")]
    [InlineData("2>/dev/full", 1, "", "--Urls=garbage")]
    [InlineData("2>&-", 0, "", "check")]
    [InlineData("| head -n 1", 0, "", "checklist")]
    [InlineData("| true", 0, "", "checklist")]
    public async Task A_call_whose_streams_are_closed_or_full_ends_with_its_exit_code_and_a_sentence_where_one_can_be_read(
        string redirection, int code, string sentence, params string[] arguments)
    {
        var end = await RunAsync(redirection, arguments);

        Assert.Equal(code, end.Code);
        Assert.StartsWith(sentence, end.Errors, StringComparison.Ordinal);
        Assert.True(sentence.Length > 0 || end.Errors.Length == 0, end.Errors);
        Assert.DoesNotContain("   at ", end.Output + end.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">&-")]
    [InlineData(">&- 2>&-")]
    [InlineData(">&- 2>&- <&-")]
    public async Task A_call_with_nowhere_to_print_to_ends_without_a_stack_trace(string redirection)
    {
        var end = await RunAsync(redirection, "check");

        Assert.InRange(end.Code, 0, 1);
        Assert.DoesNotContain("   at ", end.Output + end.Errors, StringComparison.Ordinal);
    }

    /// <summary>Not of the program as it is built for a test: its runtime may have a pipe of its own where the closed input was.</summary>
    [Theory]
    [InlineData("(standard input):1: file: cannot be read", "evaluate", "-")]
    [InlineData("The connection string cannot be read: ", "copy", "--to", "postgresql", "-")]
    public void A_call_that_is_to_read_a_closed_input_says_so(string sentence, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(1, ToolCommands.TryRun(arguments, () => throw new UnauthorizedAccessException(), output, errors));
        Assert.StartsWith(sentence, errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_bot_whose_output_is_lost_serves_all_the_same(string environment)
    {
        var port = FreePort.Take();
        var options = new BotOptions { Environment = environment, Settings = { ["Urls"] = $"http://127.0.0.1:{port}", ["Web:Enabled"] = "true" } };
        using var process = Process.Start(InShell(BotProgram.Prepare(_folder.FullPath, options), ">/dev/full 2>/dev/full"))!;
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            await Eventually.BecomesAsync(() => IsServing(http), isServing => isServing || process.HasExited);

            Assert.False(process.HasExited);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        static bool IsServing(HttpClient http)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("health/live", UriKind.Relative));
                using var answer = http.Send(request, TestContext.Current.CancellationToken);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task A_start_from_a_folder_that_is_gone_says_so()
    {
        var start = BotProgram.Prepare(_folder.FullPath, new BotOptions());
        InShell(start, "", "mkdir gone && cd gone && rmdir ../gone && ");
        var end = await BotProgram.RunAsync(start);

        Assert.Equal(1, end.Code);
        Assert.StartsWith("ChecklistBot does not start: the folder that it was started in is no longer there", Assert.Single(end.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_written_makes_no_failure_of_what_was_done_meanwhile_and_no_success_of_the_call()
    {
        using var said = new MemoryStream();
        using var streams = new StandardStreams(() => throw new UnauthorizedAccessException("no", new IOException("Bad file descriptor")), () => said);
        var isDone = false;

        var code = streams.Answer((output, _) =>
        {
            output.WriteLine("first");
            output.Flush();
            isDone = true;
            return 0;
        });

        Assert.True(isDone);
        Assert.Equal(1, code);
        Assert.Equal($"{Lost}Bad file descriptor.", System.Text.Encoding.UTF8.GetString(said.ToArray()).TrimEnd());
    }

    private Task<BotExit> RunAsync(string redirection, params string[] arguments) =>
        BotProgram.RunAsync(InShell(BotProgram.Prepare(_folder.FullPath, new BotOptions { Arguments = arguments }), redirection));

    /// <summary>The same run with its streams as a shell can set them; of a pipe the first program's exit code counts.</summary>
    private static ProcessStartInfo InShell(ProcessStartInfo start, string redirection, string before = "")
    {
        string[] words = [start.FileName, .. start.ArgumentList];
        start.ArgumentList.Clear();
        start.FileName = "bash";
        foreach (var word in (string[])["-c", $"set -o pipefail; {before}\"$@\" {redirection}", "bash", .. words])
            start.ArgumentList.Add(word);
        return start;
    }
}
