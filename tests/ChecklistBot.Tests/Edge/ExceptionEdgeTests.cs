using ChecklistBot.Assessments.Channels;
using ChecklistBot.Edge;
using ChecklistBot.Tests.Faults;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChecklistBot.Tests.Edge;

public sealed class ExceptionEdgeTests
{
    public static TheoryData<Exception, int> Faults => new()
    {
        { new InvalidOperationException("Ann's answer is in the wrong row"), StatusCodes.Status500InternalServerError },
        { new StorageUnavailableException("disk full at /var/lib/secret"), StatusCodes.Status503ServiceUnavailable },
        { new BadHttpRequestException("too large for Ann", StatusCodes.Status413PayloadTooLarge), StatusCodes.Status413PayloadTooLarge },
        { new BadHttpRequestException("Ann's bytes"), StatusCodes.Status400BadRequest },
        { new InvalidDataException("Ann's row is damaged"), StatusCodes.Status500InternalServerError },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task Whoever_asked_gets_a_sentence_that_gives_nothing_away(Exception fault, int status)
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        context.Response.ContentLength = 5;

        await new ExceptionEdge(_ => throw fault, NullLogger<ExceptionEdge>.Instance).InvokeAsync(context);

        var sentence = System.Text.Encoding.UTF8.GetString(body.ToArray());
        Assert.Equal(status, context.Response.StatusCode);
        Assert.EndsWith("\n", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(fault.Message, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", sentence, StringComparison.Ordinal);
        Assert.Null(context.Response.ContentLength);
    }

    [Fact]
    public async Task When_whoever_asked_has_gone_nobody_is_answered()
    {
        var context = new DefaultHttpContext { RequestAborted = new CancellationToken(canceled: true) };
        using var log = new LogLines(LogLevel.Information);

        await new ExceptionEdge(_ => throw new OperationCanceledException(), log.For<ExceptionEdge>()).InvokeAsync(context);

        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
        Assert.Empty(log.All);
    }

    /// <summary>The server cuts off what is still arriving when its time to stop is over.</summary>
    [Fact]
    public async Task A_request_that_a_stop_cuts_off_is_no_fault()
    {
        var context = new DefaultHttpContext();
        using var log = new LogLines(LogLevel.Information);

        await new ExceptionEdge(_ => throw new TaskCanceledException("cut off", new ConnectionAbortedException()), log.For<ExceptionEdge>()).InvokeAsync(context);

        Assert.Empty(log.All);
    }

    /// <summary>A turn goes on when the platform has given up waiting for it.</summary>
    [Theory]
    [InlineData(false, StatusCodes.Status500InternalServerError)]
    [InlineData(true, StatusCodes.Status503ServiceUnavailable)]
    public async Task What_goes_wrong_after_whoever_asked_has_gone_is_logged_and_counted_all_the_same(bool isStorage, int status)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestAborted = new CancellationToken(canceled: true) };
        context.Response.Body = body;
        using var log = new LogLines(LogLevel.Information);
        Exception fault = isStorage ? new StorageUnavailableException("disk full") : new InvalidOperationException("a bug");

        await new ExceptionEdge(_ => throw fault, log.For<ExceptionEdge>()).InvokeAsync(context);

        Assert.Contains(fault.Message, Assert.Single(log.All), StringComparison.Ordinal);
        Assert.Equal(status, context.Response.StatusCode);
        Assert.Equal(0, body.Length);
    }
}
