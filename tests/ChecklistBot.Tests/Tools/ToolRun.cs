using System.Text;
using ChecklistBot.Tools;

namespace ChecklistBot.Tests.Tools;

/// <summary>One call of the binary's tools, run in the test's own process.</summary>
internal sealed record ToolRun(int? Code, string Output, string Errors)
{
    public static ToolRun Of(params string[] args) => WithInput("", args);

    public static ToolRun WithInput(string input, params string[] args)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        return WithInput(stream, args);
    }

    public static ToolRun WithInput(Stream input, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = ToolCommands.TryRun(args, () => input, output, errors);
        return new ToolRun(code, output.ToString(), errors.ToString());
    }

    public IReadOnlyList<string> ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
