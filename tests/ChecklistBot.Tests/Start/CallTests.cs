using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Start;

[Trait("starts", "the binary")]
public sealed class CallTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_call_that_there_is_not_ends_with_exit_code_2_and_says_which_there_are()
    {
        var end = await Call("chekc");

        Assert.Equal(2, end.Code);
        Assert.StartsWith("ChecklistBot has no call \"chekc\".", end.Errors, StringComparison.Ordinal);
        Assert.Contains("ChecklistBot check ", end.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_behind_settings_ends_with_exit_code_2_instead_of_serving()
    {
        var end = await Call("--urls=http://127.0.0.1:0", "check");

        Assert.Equal(2, end.Code);
        Assert.StartsWith("ChecklistBot has no use for \"check\"", end.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_says_which_calls_there_are()
    {
        var end = await Call("--help");

        Assert.Equal(0, end.Code);
        Assert.Contains("ChecklistBot evaluate ", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_built_in_checklist_is_printed_and_is_sound()
    {
        var printed = await Call("checklist");
        await File.WriteAllTextAsync(_folder.File("own.json"), printed.Output, TestContext.Current.CancellationToken);
        var check = await Call("check", "own.json");

        Assert.Equal(0, printed.Code);
        Assert.Equal(0, check.Code);
    }

    [Fact]
    public async Task Answers_from_standard_input_are_evaluated()
    {
        var end = await BotProgram.RunAsync(
            _folder.FullPath, new BotOptions { Arguments = ["evaluate", "-"] }, """{"frequency":"real-time","error-cost":"high","maintenance":"yes"}""");

        Assert.Equal(0, end.Code);
        Assert.Contains("\"immediate-sync\"", end.Output, StringComparison.Ordinal);
    }

    private Task<BotExit> Call(params string[] arguments) => BotProgram.RunAsync(_folder.FullPath, new BotOptions { Arguments = arguments });
}
