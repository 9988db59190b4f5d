using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Storage.Tests.Data;

namespace ChecklistBot.Storage.Tests.Contract;

public abstract class MessageContract : StoreContract
{
    [Fact]
    public async Task Every_kind_of_content_is_read_back_as_it_was_wanted()
    {
        MessageContent[] contents =
        [
            new LiveContent(3), new RecommendationContent(2, 4), new PinPostContent(2, 3), new RecordContent(), new RecordContent(2),
            Samples.Notice("It's 👩‍💻 \u202E"), new SaidContent("hello\0there"),
        ];
        var kinds = typeof(MessageContent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(MessageContent)));
        Assert.Equal(kinds.ToHashSet(), contents.Select(one => one.GetType()).ToHashSet());

        foreach (var content in contents)
            await Want(new WantedMessage { Content = content });

        Assert.Equal(contents.Select(Written.Text), (await All()).Select(one => Written.Text(one.Content)));
    }

    [Fact]
    public async Task A_wanted_message_is_pending_at_once_and_carries_what_was_said_about_it()
    {
        var run = await Started("CRM to accounting");
        var number = await Want(new WantedMessage
        {
            Content = Samples.Live,
            Assessment = run.Id,
            Slot = "live-1",
            Thread = "t1",
            Person = 7,
            Broadcast = true,
        });

        var message = Assert.Single(await All());
        Assert.Equal(
            new Message
            {
                Number = number,
                Conversation = Room,
                Thread = "t1",
                Assessment = run.Id,
                Slot = "live-1",
                Content = Samples.Live,
                Person = 7,
                Broadcast = true,
                CreatedAt = Now,
                WantedVersion = 1,
                State = MessageState.Pending,
                Due = Now,
                Changed = 1,
            },
            message);
        Assert.Equal(message, await Read(reader => reader.FindMessageAsync(Room, run.Id, "live-1", Token)));
        Assert.Equal(message, Assert.Single(await Read(reader => reader.MessagesOfAsync(Room, run.Id, Token))));
        Assert.Equal(message, Assert.Single(await Read(reader => reader.PendingAsync(Room, Token))));
    }

    [Fact]
    public async Task The_same_slot_is_the_same_message_in_a_newer_version()
    {
        var run = await Started("CRM to accounting");
        var other = await Started("ERP");
        var first = await Want(new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" });
        var elsewhere = await Want(new WantedMessage { Content = Samples.Live, Assessment = other.Id, Slot = "live" });
        var again = await Want(new WantedMessage { Content = new LiveContent(2), Assessment = run.Id, Slot = "live", Thread = "t9" });

        Assert.Equal((1, 2, 1), (first, elsewhere, again));
        var message = await Read(reader => reader.FindMessageAsync(Room, run.Id, "live", Token));
        Assert.Equal((2, new LiveContent(2), null, 3), (message!.WantedVersion, (LiveContent)message.Content, message.Thread, message.Changed));
        Assert.Null(await Read(reader => reader.FindMessageAsync(Room, run.Id, "pinned", Token)));
    }

    [Fact]
    public async Task Without_a_slot_every_message_is_a_new_one()
    {
        var run = await Started("CRM to accounting");
        for (var i = 1; i <= 3; i++)
        {
            Assert.Equal((i * 2) - 1, await Want(new WantedMessage { Content = new RecordContent(), Assessment = run.Id }));
            Assert.Equal(i * 2, await Want(new WantedMessage { Content = Samples.Notice("Hello") }));
        }

        Assert.Equal([1, 3, 5], (await Read(reader => reader.MessagesOfAsync(Room, run.Id, Token))).Select(one => one.Number));
    }

    [Fact]
    public async Task Words_that_a_room_keeps_are_shown_at_once_and_never_delivered()
    {
        await Want(new WantedMessage { Content = new SaidContent("hello"), Person = 1, AlreadyShown = true });

        var said = Assert.Single(await All());
        Assert.Equal((MessageState.Delivered, 1, 1), (said.State, said.WantedVersion, said.DeliveredVersion));
        Assert.Empty(await Read(reader => reader.PendingAsync(Room, Token)));
        Assert.Null(await Read(reader => reader.NextDueAsync(Token)));
    }

    [Fact]
    public async Task A_page_holds_the_newest_messages_in_order()
    {
        for (var i = 1; i <= 6; i++)
            await Want(new WantedMessage { Content = Samples.Notice($"{i}") });

        Assert.Equal([4, 5, 6], (await Read(reader => reader.MessagesAsync(Room, 0, 3, Token))).Select(one => one.Number));
        Assert.Empty(await Read(reader => reader.MessagesAsync(Room, 0, 0, Token)));
    }

    [Fact]
    public async Task A_stream_reads_on_from_the_last_change_that_it_saw()
    {
        var run = await Started("CRM to accounting");
        await Want(new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" });
        await Want(new WantedMessage { Content = Samples.Notice("Hello") });
        var seen = (await All()).Max(one => one.Changed);
        Assert.Empty(await Read(reader => reader.MessagesAsync(Room, seen, 10, Token)));

        await Want(new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" });
        var changed = Assert.Single(await Read(reader => reader.MessagesAsync(Room, seen, 10, Token)));
        Assert.Equal((1, seen + 1), (changed.Number, changed.Changed));

        await Want(new WantedMessage { Content = Samples.Notice("Again") });
        Assert.Equal([1, 3], (await Read(reader => reader.MessagesAsync(Room, seen, 10, Token))).Select(one => one.Number));
        Assert.Equal([3], (await Read(reader => reader.MessagesAsync(Room, seen, 1, Token))).Select(one => one.Number));
        Assert.Equal([3], (await Read(reader => reader.MessagesAsync(Room, seen + 1, 10, Token))).Select(one => one.Number));
    }

    [Fact]
    public async Task A_message_of_an_assessment_that_does_not_exist_is_refused()
    {
        var nobody = new AssessmentId(Guid.CreateVersion7());

        await Assert.ThrowsAnyAsync<Exception>(() => Want(new WantedMessage { Content = Samples.Live, Assessment = nobody, Slot = "live" }));

        Assert.Empty(await All());
    }

    [Fact]
    public async Task Within_a_turn_a_message_may_be_wanted_before_its_assessment_is_written()
    {
        var run = new Run(Room);
        await Write(async turn =>
        {
            await turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" }, Now, Token);
            await run.StartAsync(turn, "CRM to accounting", Now, Token);
        });

        Assert.Equal(run.Id, Assert.Single(await All()).Assessment);
    }

    private Task<long> Want(WantedMessage message, ConversationKey? key = null) =>
        Write(turn => turn.WantMessageAsync(key ?? Room, message, Now, Token));

    private Task<IReadOnlyList<Message>> All() => Read(reader => reader.MessagesAsync(Room, 0, 1000, Token));
}
