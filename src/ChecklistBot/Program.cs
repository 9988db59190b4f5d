using ChecklistBot.Composition;
using ChecklistBot.Edge;
using ChecklistBot.Health;
using ChecklistBot.Telemetry;
using ChecklistBot.Tools;
using ChecklistBot.Web;

if ((ToolCommands.TryRun(args) ?? Usage.TryAnswer(args, Console.Out, Console.Error)) is { } exitCode)
    return exitCode;

if (!BotBuilder.TryCreate(args, Console.Error, out var builder, out var settings))
    return StartRefusal.ExitCode;

builder
    .AddCore(settings)
    .AddTurns(settings)
    .AddTelemetry();
builder.Services.AddHealthChecks();

var app = builder.Build();
app.UseRequestEdge(settings);
app.MapHealth();
if (settings.IsWebOn)
    app.MapWeb();
return await app.ServeAsync(settings);
