using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tests.Contract;

public abstract class SeenContract : StoreContract
{
    private static readonly DateTimeOffset Later = Now.AddHours(1);

    [Fact]
    public async Task A_turn_seen_before_gets_the_answer_of_then()
    {
        Assert.Null(await Seen("Ev123", Now));

        await Claim("Ev123", "{\"status\":\"Done\"}");

        Assert.Equal("{\"status\":\"Done\"}", await Seen("Ev123", Later.AddTicks(-1)));
        Assert.Null(await Seen("ev123", Now));
    }

    [Fact]
    public async Task An_expired_key_is_new_and_can_be_claimed_again()
    {
        await Claim("Ev123", "first");

        Assert.Null(await Seen("Ev123", Later));
        await Write(turn => turn.ClaimSeenAsync(Room, "Ev123", "second", Later, Later.AddHours(1), Token));

        Assert.Equal("second", await Seen("Ev123", Later));
    }

    [Fact]
    public async Task A_key_that_still_holds_cannot_be_claimed_twice()
    {
        await Claim("Ev123", "first");

        await Assert.ThrowsAsync<StaleAssessmentException>(() => Claim("Ev123", "second"));

        Assert.Equal("first", await Seen("Ev123", Now));
    }

    [Fact]
    public async Task A_key_counts_in_the_whole_tenant_and_in_no_other()
    {
        await Claim("Ev123", "first");
        var sibling = Room with { Id = "other" };
        var strangers = new[] { Room with { Tenant = "elsewhere" }, Room with { Platform = "slack" } };

        Assert.Equal("first", await Write(turn => turn.FindSeenAsync(sibling, "Ev123", Now, Token)));
        foreach (var stranger in strangers)
            Assert.Null(await Write(turn => turn.FindSeenAsync(stranger, "Ev123", Now, Token)));
    }

    [Fact]
    public async Task Keys_of_any_length_and_script_are_told_apart()
    {
        var keys = new[] { "", "\0", "a", "é", "e\u0301", new string('x', 100_000), new string('x', 100_001), "👩‍💻" };
        foreach (var key in keys)
            await Claim(key, "answer to " + key.Length);
        foreach (var key in keys)
            Assert.Equal("answer to " + key.Length, await Seen(key, Now));
    }

    [Fact]
    public async Task Expired_keys_are_removed_by_later_turns()
    {
        for (var i = 0; i < 100; i++)
            await Claim($"old-{i}", "answer");
        Assert.Equal(100, await CountAsync());

        for (var i = 0; i < RelationalStore.TurnsBetweenTidying; i++)
            await Write(turn => turn.ClaimSeenAsync(Room, $"new-{i}", "answer", Later, Later.AddHours(1), Token));

        Assert.Equal(RelationalStore.TurnsBetweenTidying, await CountAsync());
        Assert.Equal("answer", await Seen("new-0", Later));
    }

    /// <summary>How many keys the table holds, expired or not.</summary>
    private Task<long> CountAsync() => Database.CountAsync("seen", Token);

    private Task<string?> Seen(string key, DateTimeOffset now) => Write(turn => turn.FindSeenAsync(Room, key, now, Token));

    private Task Claim(string key, string answer) => Write(turn => turn.ClaimSeenAsync(Room, key, answer, Now, Later, Token));
}
