using System.Text;

namespace ChecklistBot.Composition;

/// <summary>The process's own streams, always as UTF-8.</summary>
internal sealed class StandardStreams : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly StandardStream output;
    private readonly StandardStream errors;
    private readonly StreamWriter outputLines;
    private readonly StreamWriter errorLines;

    public StandardStreams(Func<Stream> openOutput, Func<Stream> openErrors)
    {
        output = new StandardStream(openOutput);
        errors = new StandardStream(openErrors);
        outputLines = new StreamWriter(output, Utf8) { AutoFlush = true };
        errorLines = new StreamWriter(errors, Utf8) { AutoFlush = true };
    }

    /// <summary>Takes them for everything in this process that writes to the console.</summary>
    public static StandardStreams Take()
    {
        var streams = new StandardStreams(Console.OpenStandardOutput, Console.OpenStandardError);
        Console.SetOut(streams.outputLines);
        Console.SetError(streams.errorLines);
        return streams;
    }

    /// <summary>Has a call answered on them.</summary>
    /// <param name="call">Gets where to write and where to say what is wrong; comes to an exit code, or to null when there is no such call.</param>
    /// <returns>What <paramref name="call"/> comes to, but no success when its output was lost.</returns>
    public int? Answer(Func<TextWriter, TextWriter, int?> call)
    {
        using var answer = new StreamWriter(output, Utf8, leaveOpen: true);
        using var complaint = new StreamWriter(errors, Utf8, leaveOpen: true);
        var code = call(answer, complaint);
        answer.Flush();
        if (code is null || output.Fault is not { } fault)
            return code;
        complaint.WriteLine($"What ChecklistBot had to print could not be written: {fault}.");
        return code == 0 ? StartRefusal.ExitCode : code;
    }

    public void Dispose()
    {
        outputLines.Dispose();
        errorLines.Dispose();
        output.Dispose();
        errors.Dispose();
    }
}
