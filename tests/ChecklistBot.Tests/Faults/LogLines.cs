using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Tests.Faults;

/// <summary>Keeps what is logged at a level and above.</summary>
internal sealed class LogLines(LogLevel least) : ILoggerProvider
{
    public ConcurrentQueue<string> All { get; } = new();

    private LogLevel Least { get; } = least;

    public ILogger<T> For<T>() => new Logger<T>(new LoggerFactory([this]));

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogLines lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= lines.Least)
                lines.All.Enqueue($"{category}: {formatter(state, exception)} {exception}");
        }
    }
}
