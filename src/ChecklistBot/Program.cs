using ChecklistBot.Composition;
using ChecklistBot.Edge;
using ChecklistBot.Health;
using ChecklistBot.Telemetry;

if (!BotBuilder.TryCreate(args, Console.Error, out var builder, out var settings))
    return StartRefusal.ExitCode;

builder
    .AddCore(settings)
    .AddTelemetry();
builder.Services.AddHealthChecks();

var app = builder.Build();
app.UseRequestEdge(settings);
app.MapHealth();
return await app.ServeAsync(settings);
