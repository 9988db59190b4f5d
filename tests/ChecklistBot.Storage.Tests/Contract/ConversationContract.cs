using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Storage.Tests.Contract;

public abstract class ConversationContract : StoreContract
{
    [Fact]
    public async Task A_conversation_that_never_spoke_is_not_known() =>
        Assert.Null(await Read(reader => reader.FindConversationAsync(Room with { Id = "silent" }, Token)));

    [Theory]
    [InlineData(ConversationKind.Personal)]
    [InlineData(ConversationKind.Group)]
    [InlineData(ConversationKind.Channel)]
    public async Task The_newest_kind_and_address_are_kept_without_the_thread(ConversationKind kind)
    {
        var key = new ConversationKey("teams", "tenant:with:colons", "19:abc@thread.tacv2");
        await Keep(new ConversationReference(key, ConversationKind.Group, "1", "https://old.example/"));
        await Keep(new ConversationReference(key, kind, "2", "https://new.example/"));

        Assert.Equal(new ConversationReference(key, kind, null, "https://new.example/"), await Find(key));

        await Keep(new ConversationReference(key, kind));
        Assert.Equal("https://new.example/", (await Find(key))?.Address);
    }

    [Fact]
    public async Task Each_conversation_numbers_its_assessments_from_one()
    {
        var keys = new[] { Room, Room with { Id = "other" }, Room with { Tenant = "elsewhere" }, Room with { Platform = "slack" } };
        foreach (var key in keys)
            await Save(key);
        foreach (var key in keys)
        {
            Assert.Equal(1, await Take(key));
            Assert.Equal(2, await Take(key));
            await Save(key);
            Assert.Equal(3, await Take(key));
        }
    }

    [Fact]
    public async Task A_number_taken_by_a_turn_that_failed_is_given_again()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Write(async turn =>
        {
            Assert.Equal(1, await turn.TakeAssessmentNumberAsync(Room, Token));
            throw new InvalidOperationException("The turn fails.");
        }));

        Assert.Equal(1, await Take(Room));
    }

    [Fact]
    public async Task Nothing_can_be_numbered_in_a_conversation_that_was_never_saved()
    {
        var silent = Room with { Id = "silent" };

        await Assert.ThrowsAsync<InvalidOperationException>(() => Take(silent));
    }

    [Fact]
    public async Task A_store_may_be_closed_twice()
    {
        var copy = Database.Open();
        await copy.MigrateAsync(Token);
        await copy.WriteAsync((turn, token) => turn.TakeAssessmentNumberAsync(Room, token), Token);

        await copy.DisposeAsync();
        await copy.DisposeAsync();

        Assert.Equal(2, await Take(Room));
    }

    private Task<int> Take(ConversationKey key) => Write(turn => turn.TakeAssessmentNumberAsync(key, Token));

    private Task Keep(ConversationReference reference) => Write(turn => turn.SaveConversationAsync(reference, Now, Token));

    private Task<ConversationReference?> Find(ConversationKey key) => Read(reader => reader.FindConversationAsync(key, Token));
}
