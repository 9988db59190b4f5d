using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Tests.Faults;

/// <summary>Keeps what is logged as an error: a platform that is unwell is no error of the bot's.</summary>
internal sealed class Errors : ILoggerProvider
{
    public ConcurrentQueue<string> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(Errors errors, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error)
                errors.All.Enqueue($"{category}: {formatter(state, exception)} {exception}");
        }
    }
}
