using ChecklistBot.Load;

if (!LoadOptions.TryRead(args, out var options, out var fault))
{
    await Console.Error.WriteLineAsync(fault);
    return 2;
}

using var limit = new CancellationTokenSource(options.Limit);
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    limit.Cancel();
};
try
{
    await new LoadRun(options, Console.Out).RunAsync(limit.Token);
    return 0;
}
catch (LoadFailedException failure)
{
    await Console.Error.WriteLineAsync($"Failed: {failure.Message}");
    return 1;
}
catch (OperationCanceledException) when (limit.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync($"Stopped before the end (limit {options.Limit.TotalMinutes} min).");
    return 1;
}
