using ChecklistBot.Composition;
using ChecklistBot.Edge;
using ChecklistBot.Health;
using ChecklistBot.Telemetry;
using ChecklistBot.Tools;

using var streams = StandardStreams.Take();
if (streams.Answer((output, errors) =>
    ToolCommands.TryRun(args, Console.OpenStandardInput, output, errors) ?? Usage.TryAnswer(args, output, errors)) is { } exitCode)
    return exitCode;

if (!BotBuilder.TryCreate(args, Console.Error, out var builder, out var settings))
    return StartRefusal.ExitCode;

builder
    .AddCore(settings)
    .AddTurns(settings)
    .AddPlatforms(settings)
    .AddHealth()
    .AddTelemetry();

var app = builder.Build();
app.UseRequestEdge(settings);
app.MapHealth();
app.MapPlatforms(settings);
return await app.ServeAsync(settings);
