using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Storage.Tests.Data;

namespace ChecklistBot.Storage.Tests.Contract;

public abstract class ForgetContract : StoreContract
{
    private const int Ann = 1;
    private const int Ben = 2;
    private static readonly ConversationKey Other = Room with { Id = "other" };
    private static readonly ConversationKey Stranger = Room with { Tenant = "elsewhere" };

    [Fact]
    public async Task Every_message_of_an_assessment_in_which_the_person_took_part_is_drawn_again()
    {
        var with = await Started("With Ben", person: Ann);
        await Write(turn => with.AppendAsync(turn, Now, Ben, Token, new Answered("delay", "hours", null)));
        var without = await Started("Without Ben", person: Ann);
        foreach (var run in new[] { with, without })
            await Shown(run, new LiveContent(1), new RecommendationContent(1, 1), new PinPostContent(1, 1), new RecordContent(), Samples.Notice("No names."));

        var forgotten = await Forget(Ben);

        Assert.Equal(new ForgottenPerson(Redrawn: 4, OutOfReach: 0), forgotten);
        Assert.Equal([1, 2, 3, 4], (await Pending(Room)).Select(one => one.Number));
        Assert.All(await Pending(Room), one => Assert.Equal((with.Id, 2, 1), (one.Assessment, one.WantedVersion, one.DeliveredVersion)));
    }

    [Fact]
    public async Task Messages_in_every_conversation_of_the_tenant_are_reached_and_none_of_another()
    {
        await Save(Other);
        await Save(Stranger);
        foreach (var key in new[] { Room, Other, Stranger })
            await Shown(await Started("CRM", key, person: Ben), new LiveContent(1));

        Assert.Equal(new ForgottenPerson(2, 0), await Forget(Ben));

        Assert.Single(await Pending(Room));
        Assert.Single(await Pending(Other));
        Assert.Empty(await Pending(Stranger));
    }

    [Fact]
    public async Task What_the_platform_no_longer_lets_the_bot_edit_is_counted_as_out_of_reach()
    {
        var run = await Started("CRM", person: Ben);
        await Shown(run, new LiveContent(1), new LiveContent(2), new LiveContent(3));
        await Write(async turn =>
        {
            await turn.SaveDeliveryAsync(Room, 1, Deliveries.Done(1) with { State = MessageState.Lost }, Token);
            await turn.SaveDeliveryAsync(Room, 2, Deliveries.Done(1) with { State = MessageState.Refused, Note = "No." }, Token);
        });

        Assert.Equal(new ForgottenPerson(Redrawn: 1, OutOfReach: 2), await Forget(Ben));

        Assert.Equal(3, Assert.Single(await Pending(Room)).Number);
    }

    [Fact]
    public async Task The_persons_own_words_and_answers_to_them_are_drawn_again_and_words_are_not_delivered()
    {
        await Write(async turn =>
        {
            await turn.WantMessageAsync(Room, new WantedMessage { Content = new SaidContent("hello"), Person = Ben, AlreadyShown = true }, Now, Token);
            await turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Notice("Hello."), Person = Ben }, Now, Token);
            await turn.WantMessageAsync(Room, new WantedMessage { Content = Samples.Notice("Hello."), Person = Ann }, Now, Token);
            await turn.SaveDeliveryAsync(Room, 2, Deliveries.Done(1), Token);
            await turn.SaveDeliveryAsync(Room, 3, Deliveries.Done(1), Token);
        });
        var seen = await LastChange();

        Assert.Equal(new ForgottenPerson(2, 0), await Forget(Ben));

        Assert.Equal(2, Assert.Single(await Pending(Room)).Number);
        var changed = await Read(reader => reader.MessagesAsync(Room, seen, 10, Token));
        Assert.Equal([(1, MessageState.Delivered), (2, MessageState.Pending)], changed.Select(one => ((int)one.Number, one.State)));
    }

    [Fact]
    public async Task Each_message_drawn_again_has_its_own_place_in_the_stream()
    {
        var run = await Started("CRM", person: Ben);
        await Shown(run, new LiveContent(1), new RecommendationContent(1, 1), new RecordContent());
        var seen = await LastChange();

        await Forget(Ben);

        var changed = await Read(reader => reader.MessagesAsync(Room, seen, 10, Token));
        Assert.Equal([seen + 1, seen + 2, seen + 3], changed.Select(one => one.Changed));
        await Write(turn => turn.WantMessageAsync(Room, new WantedMessage { Content = new RecordContent() }, Now, Token));
        Assert.Equal(seen + 4, await LastChange());
    }

    private async Task Shown(Run run, params MessageContent[] contents)
    {
        foreach (var content in contents)
            await Write(async turn =>
            {
                var wanted = new WantedMessage { Content = content, Assessment = run.Id };
                var number = await turn.WantMessageAsync(run.Conversation, wanted, Now, Token);
                await turn.SaveDeliveryAsync(run.Conversation, number, Deliveries.Done(1), Token);
            });
    }

    private Task<ForgottenPerson> Forget(int person) => Write(turn => turn.ForgetPersonAsync(Room, person, Now, Token));

    private Task<IReadOnlyList<Message>> Pending(ConversationKey key) => Read(reader => reader.PendingAsync(key, Token));

    private async Task<long> LastChange() => (await Read(reader => reader.MessagesAsync(Room, 0, 1000, Token))).Max(one => one.Changed);
}
