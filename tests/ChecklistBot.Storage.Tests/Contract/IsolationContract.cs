using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Storage.Tests.Data;

namespace ChecklistBot.Storage.Tests.Contract;

public abstract class IsolationContract : StoreContract
{
    private static readonly ConversationKey Sibling = Room with { Id = "other" };

    /// <summary>The last one would be the room itself if the parts of a key ran into each other.</summary>
    private static readonly ConversationKey[] Others =
    [
        Sibling, Room with { Tenant = "elsewhere" }, Room with { Platform = "slack" }, new("web", "local:main", "main"),
    ];

    private Run run = null!;

    [Fact]
    public async Task An_assessment_is_found_in_its_own_conversation_only()
    {
        foreach (var other in Others)
            await Read(async reader =>
            {
                Assert.Null(await reader.FindAssessmentAsync(other, run.Id, Token));
                Assert.Empty(await reader.EventsAsync(other, run.Id, Token));
                Assert.Empty(await reader.ListAsync(other, new AssessmentQuery(), Token));
                Assert.Empty(await reader.MessagesAsync(other, 0, 10, Token));
                Assert.Null(await reader.FindMessageAsync(other, run.Id, "live", Token));
                Assert.Empty(await reader.MessagesOfAsync(other, run.Id, Token));
                Assert.Empty(await reader.PendingAsync(other, Token));
                return true;
            });
    }

    [Fact]
    public async Task A_stray_action_is_known_as_such_within_the_tenant_and_means_nothing_outside()
    {
        var elsewhere = await Task.WhenAll(Others.Prepend(Room).Select(key => Read(reader => reader.IsElsewhereAsync(key, run.Id, Token))));
        Assert.Equal([false, true, false, false, false], elsewhere);
        var nobody = new Assessments.AssessmentId(Guid.CreateVersion7());
        Assert.False(await Read(reader => reader.IsElsewhereAsync(Room, nobody, Token)));
    }

    [Fact]
    public async Task Nobody_changes_an_assessment_from_another_conversation()
    {
        var moved = new RecordedEvent(run.State.Version + 1, Now, 1, new FocusMoved("delay"));
        var after = Assessments.State.AssessmentEvolution.Apply(run.State, moved);
        foreach (var other in Others)
        {
            await Assert.ThrowsAsync<StaleAssessmentException>(() =>
                Write(turn => turn.AppendAsync(other, run.State, after, [moved], Token)));
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                Write(turn => turn.WantPinAsync(other, run.Id, "live", true, Now, Token)));
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                Write(turn => turn.SaveDeliveryAsync(other, 1, Deliveries.Done(1), Token)));
            await Assert.ThrowsAnyAsync<Exception>(() => Write(turn => turn.WantMessageAsync(
                other, new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" }, Now, Token)));
        }

        Assert.Equal("frequency", (await Read(reader => reader.FindAssessmentAsync(Room, run.Id, Token)))!.State.FocusItem);
        var message = Assert.Single(await Read(reader => reader.MessagesAsync(Room, 0, 10, Token)));
        Assert.Equal((1, false, MessageState.Pending), (message.WantedVersion, message.WantPinned, message.State));
    }

    [Fact]
    public async Task The_same_id_may_stand_in_two_tenants()
    {
        var stranger = Room with { Tenant = "elsewhere" };

        await Write(turn => turn.AppendAsync(stranger, null, run.State, [.. run.History], Token));

        Assert.NotNull(await Read(reader => reader.FindAssessmentAsync(stranger, run.Id, Token)));
        Assert.NotNull(await Read(reader => reader.FindAssessmentAsync(Room, run.Id, Token)));
    }

    protected override async Task PrepareAsync()
    {
        foreach (var other in Others)
            await Save(other);
        run = await Started("CRM to accounting");
        await Write(turn => turn.WantMessageAsync(
            Room, new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live" }, Now, Token));
    }
}
