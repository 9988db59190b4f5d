using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ChecklistBot.Assessments.Channels;
using Microsoft.AspNetCore.Connections;

namespace ChecklistBot.Edge;

/// <summary>The one place where an exception ends: it is logged whole, and whoever asked gets a sentence that gives nothing away.</summary>
internal sealed class ExceptionEdge(RequestDelegate next, ILogger<ExceptionEdge> logger)
{
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "This is the edge: nothing stands above it that could say it better.")]
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception fault) when (IsOfTheConnection(fault, context))
        {
            // Whoever asked has gone, or the process stops, in the middle of the request or of the answer. What else goes wrong is told below, though nobody
            // waits for it.
        }
        catch (BadHttpRequestException fault)
        {
            Log.RequestRefused(logger, fault.StatusCode, fault.Message);
            await AnswerAsync(context, fault.StatusCode, Sentence(fault.StatusCode));
        }
        catch (StorageUnavailableException fault)
        {
            Log.StorageUnavailable(logger, fault, Route(context));
            await AnswerAsync(
                context,
                StatusCodes.Status503ServiceUnavailable,
                "ChecklistBot cannot save anything just now, so nothing was changed. Please try again in a minute.");
        }
        catch (Exception fault)
        {
            var trace = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            Log.RequestFailed(logger, fault, Route(context), trace);
            await AnswerAsync(
                context,
                StatusCodes.Status500InternalServerError,
                "Something went wrong in ChecklistBot. What was saved is kept; please try again. "
                + $"If it happens again, tell whoever runs the bot this number: {trace}");
        }
    }

    private static bool IsOfTheConnection(Exception fault, HttpContext context) =>
        fault is OperationCanceledException or IOException
        && (context.RequestAborted.IsCancellationRequested || fault is ConnectionAbortedException || fault.InnerException is ConnectionAbortedException);

    private static async Task AnswerAsync(HttpContext context, int status, string sentence)
    {
        if (context.Response.HasStarted)
            context.Abort();
        else if (context.RequestAborted.IsCancellationRequested)
            context.Response.StatusCode = status;
        else
            await PlainAnswer.WriteAsync(context, status, sentence);
    }

    /// <summary>The route's pattern rather than the address, which may carry a name.</summary>
    private static string Route(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "an unknown route";

    private static string Sentence(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => "That is larger than ChecklistBot accepts. Please send less at once.",
        StatusCodes.Status408RequestTimeout => "The request took too long to arrive. Please try again.",
        _ => "ChecklistBot could not read that request.",
    };
}
