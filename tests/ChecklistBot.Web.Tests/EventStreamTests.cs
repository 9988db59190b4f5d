using System.Globalization;
using System.Net;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Web.Tests;

public sealed class EventStreamTests : IAsyncLifetime
{
    private RoomServer server = null!;

    public async ValueTask InitializeAsync() => server = await RoomServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_change_arrives_as_a_card_event_with_its_place_in_the_stream()
    {
        await using var stream = await EventStream.OpenAsync(server, "/events?room=main");
        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", stream.Response.Headers.CacheControl?.ToString());
        var message = server.Rooms.Add("main", null, null, SampleCards.All["split"]);
        server.Hub.Signal("main");
        var arrived = await stream.NextAsync();
        Assert.Equal("card", arrived?.Name);
        Assert.Equal(message.Changed.ToString(CultureInfo.InvariantCulture), arrived?.Id);
        Assert.Equal("m-1", arrived?.Element);
        Golden.Matches("event.html", arrived?.Html ?? "");
    }

    [Fact]
    public async Task What_the_delivery_loop_delivers_reaches_the_room()
    {
        await using var stream = await EventStream.OpenAsync(server, "/events?room=main");
        var conversation = new ConversationReference(new ConversationKey("web", "local", "main"), ConversationKind.Channel);
        server.Rooms.Add("main", null, null, SampleCards.All["start"]);
        var outgoing = new OutgoingMessage(1, SampleCards.All["start"], Broadcast: false);
        Assert.Equal(new Delivered("1", "#m-1"), await server.Channel.PostAsync(conversation, outgoing, TestContext.Current.CancellationToken));
        Assert.Equal("m-1", (await stream.NextAsync())?.Element);

        Func<Task<DeliveryOutcome>>[] deliveries =
        [
            () => server.Channel.EditAsync(conversation, "1", outgoing, TestContext.Current.CancellationToken),
            () => server.Channel.PinAsync(conversation, "1", outgoing, TestContext.Current.CancellationToken),
            () => server.Channel.UnpinAsync(conversation, "1", outgoing, TestContext.Current.CancellationToken),
        ];
        foreach (var deliver in deliveries)
        {
            var changed = server.Rooms.Change("main", 1, static m => m with { Pinned = !m.Pinned });
            Assert.Equal(new Delivered("1", "#m-1"), await deliver());
            Assert.Equal(changed.Changed.ToString(CultureInfo.InvariantCulture), (await stream.NextAsync())?.Id);
        }
    }

    [Fact]
    public async Task After_a_break_the_stream_goes_on_where_it_was()
    {
        var seen = server.Rooms.Add("main", "Ann", "first", null);
        server.Rooms.Add("main", "Ben", "second", null);
        await using var stream = await EventStream.OpenAsync(
            server, "/events?room=main&after=0", lastEventId: seen.Changed.ToString(CultureInfo.InvariantCulture));
        Assert.Contains("second", (await stream.NextAsync())?.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happens_between_the_page_and_its_stream_is_not_missed()
    {
        server.Rooms.Add("main", "Ann", "on the page", null);
        var page = await server.ReadAsync("/?who=Ann");
        var at = page[(page.IndexOf("data-seen=\"", StringComparison.Ordinal) + 11)..];
        server.Rooms.Add("main", "Ben", "in between", null);
        await using var stream = await EventStream.OpenAsync(server, $"/events?room=main&after={at[..at.IndexOf('"', StringComparison.Ordinal)]}");
        Assert.Contains("in between", (await stream.NextAsync())?.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_changes_arrive_in_the_order_in_which_they_happened_whatever_their_numbers()
    {
        server.Rooms.Add("main", null, null, SampleCards.All["start"]);
        server.Rooms.Add("main", "Ben", "rework", null);
        server.Rooms.Change("main", 1, static m => m with { Card = SampleCards.All["split"] });
        await using var stream = await EventStream.OpenAsync(server, "/events?room=main&after=1");
        Assert.Equal("m-2", (await stream.NextAsync())?.Element);
        Assert.Equal("m-1", (await stream.NextAsync())?.Element);
    }

    [Fact]
    public async Task Two_rooms_do_not_see_each_other()
    {
        await using var main = await EventStream.OpenAsync(server, "/events?room=main");
        await using var sales = await EventStream.OpenAsync(server, "/events?room=sales");
        server.Rooms.Add("main", "Ann", "only in main", null);
        server.Hub.Signal("main");
        server.Hub.Signal("sales");
        server.Rooms.Add("sales", "Ben", "only in sales", null);
        server.Hub.Signal("sales");
        Assert.Contains("only in main", (await main.NextAsync())?.Html, StringComparison.Ordinal);
        Assert.Contains("only in sales", (await sales.NextAsync())?.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("only in main", await server.ReadAsync("/?room=sales"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_people_in_a_room_all_see_a_change_and_those_of_another_room_do_not()
    {
        var main = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => EventStream.OpenAsync(server, "/events?room=main")));
        await using var elsewhere = await EventStream.OpenAsync(server, "/events?room=sales");
        server.Rooms.Add("main", "Ann", "for everybody", null);
        server.Hub.Signal("main");
        foreach (var stream in main)
        {
            Assert.Contains("for everybody", (await stream.NextAsync())?.Html, StringComparison.Ordinal);
            await stream.DisposeAsync();
        }

        server.Rooms.Add("sales", "Ben", "for sales", null);
        server.Hub.Signal("sales");
        Assert.Contains("for sales", (await elsewhere.NextAsync())?.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("-5")]
    [InlineData("99999999999999999999999")]
    public async Task A_place_that_is_none_starts_from_the_beginning(string place)
    {
        server.Rooms.Add("main", "Ann", "first", null);
        await using var stream = await EventStream.OpenAsync(server, "/events?room=main", lastEventId: place);
        Assert.Contains("first", (await stream.NextAsync())?.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_up_to_date_gets_nothing_twice()
    {
        server.Rooms.Add("main", "Ann", "seen already", null);
        await using var stream = await EventStream.OpenAsync(server, "/events?room=main&after=1");
        server.Hub.Signal("main");
        server.Rooms.Add("main", "Ben", "new", null);
        server.Hub.Signal("main");
        Assert.Equal("m-2", (await stream.NextAsync())?.Element);
    }

    [Fact]
    public async Task Every_event_is_one_line_of_data_whatever_is_in_the_card()
    {
        server.Rooms.Add("main", "Ann", "one\r\ndata: two\u2028three\n\nevent: x", null);
        await using var stream = await EventStream.OpenAsync(server, "/events?room=main");
        var arrived = await stream.NextAsync();
        Assert.Equal("card", arrived?.Name);
        Assert.Contains("data: two", arrived?.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_stream_says_that_it_is_still_there_and_looks_again_for_itself()
    {
        await using var quiet = await RoomServer.StartAsync(new WebChannelSettings { HeartBeat = TimeSpan.FromMilliseconds(5) });
        using var request = new HttpRequestMessage(HttpMethod.Get, quiet.At("/events?room=main"));
        using var response = await quiet.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("retry: 2000", await lines.ReadLineAsync(TestContext.Current.CancellationToken));
        await SkipToAsync(lines, ": still here");

        // No signal, as when another process has made the change: the next look finds it.
        quiet.Rooms.Add("main", "Ann", "from elsewhere", null);
        await SkipToAsync(lines, "from elsewhere");
    }

    [Fact]
    public async Task When_the_process_stops_every_stream_ends()
    {
        await using var stream = await EventStream.OpenAsync(server, "/events?room=main");
        var next = stream.NextAsync();
        await server.StopAsync();
        Assert.Null(await next);
        Assert.Equal(0, server.Hub.Count);
    }

    [Fact]
    public async Task A_stop_amid_a_write_lets_it_finish_and_does_not_reset_the_connection()
    {
        // The reader takes everything, however slow the machine.
        await using var patient = await RoomServer.StartAsync(new WebChannelSettings { Farewell = TimeSpan.FromMinutes(1) });

        // More than the buffers between the two take, so that the write still waits for the reader when the stop comes.
        for (var i = 0; i < 100; i++)
            patient.Rooms.Add("main", "Ann", new string('a', 100_000), null);
        await using var stream = await EventStream.OpenAsync(patient, "/events?room=main");

        var stop = patient.StopAsync();

        for (var i = 0; i < 100; i++)
            Assert.Equal($"m-{i + 1}", (await stream.NextAsync())?.Element);
        Assert.Null(await stream.NextAsync());
        await stop;
    }

    [Fact]
    public async Task A_reader_who_takes_nothing_holds_a_stop_up_for_a_moment_only()
    {
        for (var i = 0; i < 100; i++)
            server.Rooms.Add("main", "Ann", new string('a', 100_000), null);
        await using var stream = await EventStream.OpenAsync(server, "/events?room=main");

        await server.StopAsync().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(0, server.Hub.Count);
    }

    /// <summary>To call off a command, a database's library may first have to connect to a server that says nothing.</summary>
    [Fact]
    public async Task A_store_that_is_slow_to_be_called_off_does_not_hold_up_a_stop()
    {
        using var letGo = new ManualResetEventSlim();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Rooms.Before = async stop =>
        {
            await using var slow = stop.Register(() => letGo.Wait(TestContext.Current.CancellationToken));
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, stop);
        };
        await using var stream = await EventStream.OpenAsync(server, "/events?room=main");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        var announced = Task.Run(server.AnnounceStop, TestContext.Current.CancellationToken);

        try
        {
            await announced.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }
        finally
        {
            letGo.Set();
        }
    }

    [Fact]
    public async Task When_the_client_goes_its_subscription_goes_too()
    {
        var stream = await EventStream.OpenAsync(server, "/events?room=main");
        Assert.Equal(1, server.Hub.Count);
        await stream.DisposeAsync();
        while (server.Hub.Count > 0)
        {
            // A line into the broken connection tells the server at the latest.
            server.Rooms.Add("main", "Ann", "anyone?", null);
            server.Hub.Signal("main");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task When_the_store_fails_the_stream_ends_and_the_next_one_misses_nothing()
    {
        await using var stream = await EventStream.OpenAsync(server, "/events?room=main");
        server.Rooms.Add("main", "Ann", "before", null);
        server.Hub.Signal("main");
        var before = await stream.NextAsync();

        // Down first: a signal that is left over from before may make it read again at any moment.
        server.Rooms.Down = true;
        server.Rooms.Add("main", "Ann", "meanwhile", null);
        server.Hub.Signal("main");
        Assert.Null(await stream.NextAsync());
        server.Rooms.Down = false;
        await using var again = await EventStream.OpenAsync(server, "/events?room=main", before?.Id);
        Assert.Contains("meanwhile", (await again.NextAsync())?.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_streams_than_allowed_are_told_to_come_back()
    {
        await using var small = await RoomServer.StartAsync(new WebChannelSettings { MostStreams = 2 });
        await using var first = await EventStream.OpenAsync(small, "/events?room=main");
        await using var second = await EventStream.OpenAsync(small, "/events?room=other");
        using var third = await small.GetAsync("/events?room=main");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, third.StatusCode);
    }

    private static async Task SkipToAsync(StreamReader lines, string text)
    {
        string? line;
        do
        {
            line = await lines.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.NotNull(line);
        }
        while (!line.Contains(text, StringComparison.Ordinal));
    }
}
